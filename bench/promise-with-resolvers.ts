/** PostGraphile 5 asks for Node 22, where promises have this; all else that it uses is in Node 20. */
const promises = Promise as unknown as { withResolvers?: () => object };
promises.withResolvers ??= () => {
  let [resolve, reject]: unknown[] = [];
  const promise = new Promise((...both) => {
    [resolve, reject] = both;
  });
  return { promise, resolve, reject };
};
