import type { DataSource } from 'typeorm';
import { createDataSource } from '../data-source.js';

/** Does the work with a data source of its own that knows no entities, for plain SQL; it is closed however that ends. */
export async function withDataSource<T>(url: string, work: (dataSource: DataSource) => Promise<T>): Promise<T> {
  const dataSource = await createDataSource(url).initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
