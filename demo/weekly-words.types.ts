/** What `weekly-words.json` holds: the texts of the weekly meeting, written by hand. */
export interface WeeklyWords {
  /** By profession: whom its members ask to be introduced to. */
  asks: Record<string, string[]>;
  /** What education units are earned with. */
  topics: string[];
  /** `{wie}` is the given name of who is praised. */
  testimonials: string[];
  oneToOne: { places: string[]; messages: (string | null)[]; withdrawal: string };
  sheets: Record<'goals' | 'accomplishments' | 'interests' | 'networks' | 'skills', string[]>;
  /** Why, by what is decided about an alert. */
  decisions: Record<'WARN' | 'EXCUSE' | 'START_PROBATION', string[]>;
  reopening: string;
  adjustment: string;
  holiday: string;
  /** Where a meeting is moved to. */
  movedTo: string;
}
