import type { Line, LineReader } from '../table/line';
import type { Spelling } from '../table/record';

/** A line whose days are read the way its file writes them. */
export function spelled<Field extends string>(line: Line<Field>, reader: LineReader<Field>, { readDay }: Spelling): Line<Field> {
  return {
    ...line,
    day: (field) => {
      const text = line.text(field);
      const day = text === null ? null : readDay(text);
      if (text !== null && day === null) reader.complain('I02', line.number, field, { found: text, message: `“${text}” on line ${line.number} is not a day.` });
      return day;
    },
  };
}
