import { DefaultNamingStrategy } from 'typeorm';

/** Columns carry the property's name in snake_case, so that entities need not say it twice. */
export class SnakeNamingStrategy extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
