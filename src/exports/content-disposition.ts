/**
 * The header by which a browser keeps an answer as a file of that name (RFC 6266): the name in full as RFC 8187 writes
 * it, and before it one in plain ASCII for programs that know no other.
 */
export function attachment(fileName: string): string {
  const name = fileName.replace(/[/\\:*?"<>|]/g, '-');
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]|%/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
