import { severities, type Issue } from '../../issue';

/** Issues of thousands of files in bounded memory: the first of each code, and how many there were. */
export class IssueTally {
  private readonly kept = new Map<string, Issue[]>();
  private readonly counts = new Map<string, number>();

  constructor(private readonly mostOfCode = 20) {}

  add(issues: readonly Issue[]): void {
    for (const issue of issues) {
      const key = `${issue.severity} ${issue.code}`;
      const list = this.kept.get(key) ?? [];
      this.kept.set(key, list);
      if (list.length < this.mostOfCode) list.push(issue);
      this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    }
  }

  get hasStop(): boolean {
    return [...this.counts.keys()].some((key) => key.startsWith('stop'));
  }

  /** Worst first; the last of a code says how many more there were. */
  issues(): Issue[] {
    const all = [...this.kept].flatMap(([key, list]) => {
      const rest = (this.counts.get(key) ?? 0) - list.length;
      return rest === 0 ? list : [...list.slice(0, -1), { ...list[list.length - 1], message: `${list[list.length - 1].message} And ${rest.toLocaleString('en-US')} more like this.` }];
    });
    return all.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  }
}
