extension Scripts {
  /// The server's time: from its own words and the monotonic clock, never from the device's.
  static let serverClock: StaticString = #"""
    class ServerClock {
      // The page's own reading was taken about half-way between request and first byte.
      constructor(reading) {
        const visit = performance.getEntriesByType('navigation')[0];
        const sent = visit ? visit.requestStart : 0;
        const got = visit ? visit.responseStart : 0;
        this.error = Infinity;
        this.learn(reading, sent, Math.max(sent, got));
      }

      now() { return performance.now() + this.offset; }

      // Where the page is a copy: a reading that any other is better than.
      resume(now) {
        Object.assign(this, { offset: now - performance.now(), error: Infinity, at: performance.now() });
      }

      // Keeps the sharpest reading; one that contradicts it means that the device has slept.
      learn(reading, sent, got) {
        const server = Date.parse(reading);
        if (!Number.isFinite(server)) return;
        const offset = server - (sent + got) / 2;
        const error = (got - sent) / 2 + 1;
        const aged = this.error + (got - (this.at ?? got)) * 1e-4;
        const slept = Math.abs(offset - this.offset) > error + aged;
        if (this.offset !== undefined && !slept && error > aged) return;
        Object.assign(this, { offset, error, at: got });
      }
    }

    const padTwo = (number) => String(number).padStart(2, '0');

    const runningClock = (milliseconds) => {
      const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
      const tail = `${padTwo(Math.floor(seconds / 60) % 60)}:${padTwo(seconds % 60)}`;
      return seconds >= 3600 ? `${Math.floor(seconds / 3600)}:${tail}` : tail;
    };

    // Hours, minutes and seconds in Viet Nam, whatever the device's zone is (UTC+7 all year).
    const timeOfDay = (instant) => new Date(Date.parse(instant) + 7 * 3600000).toISOString().slice(11, 19);
    """#
}
