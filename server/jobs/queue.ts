/** Work that waits its turn. */
export interface Job {
  readonly id: string;
  /** Whose work it is; lanes take turns, so that one with much work does not hold up the others. */
  readonly lane: string;
  /** Does the work until done or told to stop; settles its own outcome, failures included. */
  work(stop: AbortSignal): Promise<void>;
  /** The job was cancelled before its turn came. */
  dropped(): Promise<void>;
}

export interface QueueOptions {
  /** Jobs at work at once, in all and of one lane. */
  readonly running: number;
  readonly runningPerLane: number;
  /** Jobs that may wait, in all and of one lane. */
  readonly waiting: number;
  readonly waitingPerLane: number;
  /** Hears what a job's work or drop throws: our bug, never the job's outcome. */
  readonly onError: (error: unknown, id: string) => void;
}

export interface Queue {
  /** `full` and `lane-full` refuse the job. */
  add(job: Job): 'accepted' | 'full' | 'lane-full';
  /** Drops a waiting job or tells a running one to stop; false when the queue does not have it. */
  cancel(id: string): boolean;
  counts(): { readonly running: number; readonly waiting: number };
  /** Refuses new jobs, drops those that wait, and resolves when the running ones end; after `grace` milliseconds it tells them to stop. */
  drain(grace: number): Promise<void>;
}

interface Running {
  readonly lane: string;
  readonly stop: AbortController;
  readonly end: Promise<void>;
}

/** A queue in this process. Lanes take turns; within a lane first come, first served. */
export function createQueue(options: QueueOptions): Queue {
  return new LaneQueue(options);
}

class LaneQueue implements Queue {
  /** The lane whose turn is next comes first: a lane that gets its turn goes to the end of the map. */
  private readonly lanes = new Map<string, Job[]>();
  private readonly running = new Map<string, Running>();
  private closed = false;

  constructor(private readonly options: QueueOptions) {}

  add(job: Job): ReturnType<Queue['add']> {
    const line = this.lanes.get(job.lane) ?? [];
    if (this.closed || this.counts().waiting >= this.options.waiting) return 'full';
    if (line.length >= this.options.waitingPerLane) return 'lane-full';
    this.lanes.set(job.lane, [...line, job]);
    this.startNext();
    return 'accepted';
  }

  cancel(id: string): boolean {
    this.running.get(id)?.stop.abort();
    return this.running.has(id) || this.dropWaiting(id);
  }

  counts(): ReturnType<Queue['counts']> {
    return { running: this.running.size, waiting: [...this.lanes.values()].reduce((sum, jobs) => sum + jobs.length, 0) };
  }

  async drain(grace: number): Promise<void> {
    this.closed = true;
    const left = [...this.lanes.values()].flat();
    this.lanes.clear();
    await Promise.all(left.map((job) => this.drop(job)));
    const timer = setTimeout(() => {
      for (const { stop } of this.running.values()) stop.abort();
    }, grace);
    await Promise.all([...this.running.values()].map(({ end }) => end));
    clearTimeout(timer);
  }

  private startNext(): void {
    while (this.running.size < this.options.running) {
      const job = this.takeNext();
      if (!job) return;
      const stop = new AbortController();
      // The work begins in a later turn, so the entry is in the map before the work can end.
      const end = Promise.resolve().then(() => this.perform(job, stop.signal));
      this.running.set(job.id, { lane: job.lane, stop, end });
    }
  }

  private takeNext(): Job | undefined {
    for (const [lane, jobs] of this.lanes) {
      const busy = [...this.running.values()].filter((job) => job.lane === lane).length;
      if (busy >= this.options.runningPerLane) continue;
      const job = jobs.shift();
      this.lanes.delete(lane);
      if (jobs.length > 0) this.lanes.set(lane, jobs);
      return job;
    }
    return undefined;
  }

  private async perform(job: Job, stop: AbortSignal): Promise<void> {
    try {
      await job.work(stop);
    } catch (error) {
      this.options.onError(error, job.id);
    } finally {
      this.running.delete(job.id);
      this.startNext();
    }
  }

  private dropWaiting(id: string): boolean {
    for (const [lane, jobs] of this.lanes) {
      const index = jobs.findIndex((job) => job.id === id);
      if (index < 0) continue;
      const [job] = jobs.splice(index, 1);
      if (jobs.length === 0) this.lanes.delete(lane);
      void this.drop(job);
      return true;
    }
    return false;
  }

  private drop(job: Job): Promise<void> {
    return job.dropped().catch((error: unknown) => this.options.onError(error, job.id));
  }
}
