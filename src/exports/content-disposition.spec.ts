import { attachment } from './content-disposition.js';

test.each([
  ['Gent counts.csv', 'filename="Gent counts.csv"', "filename*=UTF-8''Gent%20counts.csv"],
  ['Liège.csv', 'filename="Liege.csv"', "filename*=UTF-8''Li%C3%A8ge.csv"],
  ['東京.csv', 'filename="__.csv"', "filename*=UTF-8''%E6%9D%B1%E4%BA%AC.csv"],
  ['"Club" 100%.csv', 'filename="-Club- 100_.csv"', "filename*=UTF-8''-Club-%20100%25.csv"],
  ["d'Or (1)*.csv", 'filename="d\'Or (1)-.csv"', "filename*=UTF-8''d%27Or%20%281%29-.csv"],
  ['../../etc\\passwd', 'filename="..-..-etc-passwd"', "filename*=UTF-8''..-..-etc-passwd"],
  ['a\r\nb', 'filename="a__b"', "filename*=UTF-8''a%0D%0Ab"],
])('%j is named plainly and in full', (name, plain, full) => {
  expect(attachment(name)).toBe(`attachment; ${plain}; ${full}`);
});
