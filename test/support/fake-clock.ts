import type { Clock } from '../../src/kernel/clock.ts';

/** Time that stands still until a test moves it. */
export class FakeClock implements Clock {
  private step = 0;

  constructor(private instant = new Date('2026-11-22T15:00:00.000Z')) {}

  now(): Date {
    this.advance(this.step);
    return new Date(this.instant);
  }

  /** From now on no two looks see the same instant, as it is outside of tests. */
  run(): void {
    this.step = 1;
  }

  advance(milliseconds: number): void {
    this.instant = new Date(this.instant.getTime() + milliseconds);
  }

  setTo(instant: string): void {
    this.instant = new Date(instant);
  }
}

export const seconds = (n: number): number => n * 1_000;
export const minutes = (n: number): number => n * 60_000;
export const hours = (n: number): number => n * 3_600_000;
export const days = (n: number): number => n * 86_400_000;
