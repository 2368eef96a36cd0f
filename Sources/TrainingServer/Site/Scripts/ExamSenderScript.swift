extension Scripts {
  /// Sends the queue, one save after the other, until the server has confirmed each.
  static let examSender: StaticString = #"""
    const waitFrom = (reply) => {
      const text = reply.headers.get('Retry-After');
      if (!text) return null;
      const seconds = Number(text);
      const span = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(text) - Date.now();
      return Number.isFinite(span) ? Math.min(Math.max(span, 0), 60000) : null;
    };

    const readJSON = (reply) => reply.json().catch(() => ({}));

    // onSaved(record, answer), onNewer(record, answer), onRefused(record, detail), onEnded(body), onState().
    class Sender {
      constructor(queue, clock, token, on) {
        Object.assign(this, { queue, clock, token, on });
        this.failures = 0;
        this.state = 'idle';
        this.isRunning = false;
        this.wakeUp = () => {};
        addEventListener('online', () => setTimeout(() => this.kick(), Math.random() * 1000));
      }

      // Tries at once, whatever pause is running.
      kick() {
        this.wakeUp();
        if (!this.isRunning) this.run();
      }

      // True when everything is with the server before the time is up.
      async flush(milliseconds) {
        const until = performance.now() + milliseconds;
        this.kick();
        while (this.queue.count > 0 && this.state !== 'ended' && performance.now() < until) await pause(60);
        return this.queue.count === 0;
      }

      async run() {
        this.isRunning = true;
        while (this.queue.count > 0 && this.state !== 'ended') {
          const wait = await this.sendOne(this.queue.first());
          this.on.state(this);
          if (wait > 0) await this.rest(wait);
        }
        this.isRunning = false;
        this.on.state(this);
      }

      rest(milliseconds) {
        return new Promise((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          this.wakeUp = () => { clearTimeout(timer); resolve(); };
        });
      }

      // Answers how long to rest before the next.
      async sendOne(record) {
        if (this.state === 'idle') this.state = 'sending';
        this.on.state(this);
        const abort = new AbortController();
        const timer = setTimeout(() => abort.abort(), 10000);
        // A reply that takes long is a network to wait for, and is called so.
        const slow = setTimeout(() => { this.state = 'waiting'; this.on.state(this); }, 2500);
        const sent = performance.now();
        try {
          const field = record.slot === 'prediction' ? 'value' : 'response';
          const reply = await fetch(record.address, {
            method: 'PUT', keepalive: true, signal: abort.signal, redirect: 'error',
            headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': this.token },
            body: JSON.stringify({ revision: record.revision, [field]: record.value }),
          });
          return await this.understand(record, reply, sent);
        } catch {
          return this.backOff('waiting', null);
        } finally {
          clearTimeout(timer);
          clearTimeout(slow);
        }
      }

      async understand(record, reply, sent) {
        const body = await readJSON(reply);
        if (body.serverTime) this.clock.learn(body.serverTime, sent, performance.now());
        if (reply.ok && !body.savedAt) return this.backOff('waiting', null);
        switch (reply.status) {
          case 401: case 403: return this.backOff('signedOut', 15000);
          case 410: this.state = 'ended'; this.on.ended(body); return 0;
          case 408: case 429: case 500: case 502: case 503: case 504:
            return this.backOff('busy', waitFrom(reply));
          default:
        }
        this.failures = 0;
        this.state = 'idle';
        this.queue.settle(record);
        if (reply.ok) this.on.saved(record, body);
        else if (reply.status === 409) this.on.newer(record, body);
        else this.on.refused(record, body.detail ?? String(reply.status));
        return 0;
      }

      // Exponential with full jitter, or what the server asks for plus up to two seconds.
      backOff(state, asked) {
        this.state = state;
        this.failures += 1;
        if (asked !== null) return asked + Math.random() * 2000;
        const ceiling = Math.min(30000, 1000 * 2 ** Math.min(this.failures, 6));
        return ceiling * (0.5 + Math.random() / 2);
      }
    }
    """#
}
