extension Scripts {
  /// The contest screen at work.
  static let examPaper: StaticString = #"""
    class ExamScreen {
      constructor(root) {
        this.root = root;
        this.clock = new ServerClock(root.dataset.now);
        this.deadline = { at: Date.parse(root.dataset.deadline) };
        this.items = new Map([...document.querySelectorAll('.item')].map((section) => {
          const item = new Item(section);
          return [item.slot, item];
        }));
        this.flags = new Flags(root.dataset.attempt);
        this.turning = new Turning(root, this.items);
        this.queue = new SaveQueue(root.dataset.attempt);
        this.sender = new Sender(this.queue, this.clock, document.querySelector('[name="_csrf"]')?.value ?? '', {
          saved: (record, answer) => this.saved(record, answer),
          newer: (record, answer) => this.newer(record, answer),
          refused: (record, detail) => this.refused(record, detail),
          ended: (body) => this.end(endedAs(body)),
          state: () => this.showState(),
        });
        this.lastSaved = document.getElementById('saved-words').textContent;
        this.timers = new Map();
        this.copy = new PaperCopy(root);
        this.how = {};
      }

      async start() {
        document.documentElement.classList.add('live-exam');
        for (const box of document.querySelectorAll('.needs-script')) box.hidden = false;
        for (const item of this.items.values()) item.drawFlag(this.flags.has(item.slot));
        await this.copy.open(this.clock, this.deadline);
        this.listen();
        listenToKeys(this.turning, keysAreOn(document.getElementById('keys-on')), (item) => this.flag(item));
        this.ticking = runExamClock(this.clock, this.deadline, () => this.end());
        await this.queue.open();
        this.restoreCopy();
        this.restore();
        this.count();
        this.keepCopy();
        setInterval(() => this.keepCopy(), 20000);
        this.copy.askWorker();
        addEventListener('online', () => setTimeout(() => this.refetch(), Math.random() * 2000));
        addEventListener('beforeunload', (event) => {
          if (this.queue.count > 0 && !this.isOver) event.preventDefault();
        });
        document.addEventListener('visibilitychange', () => this.comeBack());
        addEventListener('focus', () => this.comeBack());
        addEventListener('pageshow', (event) => { if (event.persisted) this.comeBack(); });
      }

      keepCopy() {
        if (!this.isEnding) this.copy.keep(this.clock, this.deadline);
      }

      // The page is the copy of an earlier moment: what was saved since stands beside it.
      restoreCopy() {
        if (!this.copy.isShown) return;
        for (const [slot, answer] of Object.entries(this.copy.state.answers)) {
          const item = this.items.get(slot);
          if (!item || answer.revision <= item.known) continue;
          item.known = answer.revision;
          item.value = answer.value;
          if (answer.savedAt) this.lastSaved = fill('saved', { time: timeOfDay(answer.savedAt) });
        }
        const wanted = new URLSearchParams(location.search).get('item');
        if (wanted) this.turning.show(wanted, { focus: false });
        notice('copy', 'info', words.copy);
        this.showState();
        this.refetch();
      }

      // Answers found on the device are newer than what the page shows.
      restore() {
        if (this.queue.count === 0) return;
        for (const record of this.queue.records.values()) {
          const item = this.items.get(record.slot);
          if (item) item.value = record.value;
        }
        notice('restored', 'info', fill('restored', { count: this.queue.count }));
        this.sender.kick();
      }

      listen() {
        this.root.addEventListener('change', (event) => this.changed(event.target, 150));
        this.root.addEventListener('input', (event) => {
          if (event.target.matches('.guess')) this.changed(event.target, 900);
        });
        this.root.addEventListener('focusin', (event) => this.turning.attend(event.target));
        this.root.addEventListener('click', (event) => this.clicked(event));
        this.root.addEventListener('submit', (event) => {
          event.preventDefault();
          this.turning.turn(1);
        });
        document.getElementById('to-review').addEventListener('click', (event) => this.leave(event));
      }

      clicked(event) {
        const hit = event.target instanceof Element ? event.target.closest('a, button') : null;
        if (!hit || event.ctrlKey || event.metaKey) return;
        const item = this.items.get(hit.closest('.item')?.dataset.slot);
        if (hit.dataset.tool === 'flag') this.flag(item);
        else if (hit.dataset.tool === 'clear') this.clear(item);
        else if (hit.dataset.turn) { this.turning.attend(hit); this.turning.turn(Number(hit.dataset.turn)); }
        else if (hit.matches('.palette .cell')) this.turning.show(hit.dataset.slot);
        else if (hit.matches('.mode')) this.turning.switchMode();
        else if (hit.href?.endsWith(this.root.dataset.review)) { this.leave(event); return; }
        else return;
        event.preventDefault();
      }

      changed(input, delay) {
        const item = this.items.get(input.closest('.item')?.dataset.slot);
        if (!item?.inputs.includes(input)) return;
        const { value } = item;
        if (item.kind === 'prediction') {
          const isWrong = value === undefined && input.value.trim() !== '';
          input.setAttribute('aria-invalid', String(isWrong));
          const { min, max } = item.section.dataset;
          notice('number', 'warn', isWrong ? fill('badNumber', { min, max }) : '');
          if (value === undefined) return;
        }
        this.save(item, value, delay);
      }

      clear(item) {
        item.value = null;
        item.inputs[0]?.focus({ preventScroll: true });
        this.save(item, null, 0);
      }

      // Kept on the device at once; sent when the hand rests.
      save(item, value, delay) {
        if (this.isOver) return;
        const waiting = this.queue.records.get(item.slot);
        const revision = Math.max(item.known, waiting?.revision ?? 0) + 1;
        if (waiting && same(waiting.value, value)) return;
        this.queue.put(item.slot, revision, value, item.address);
        item.draw();
        this.count();
        this.showState();
        clearTimeout(this.timers.get(item.slot));
        this.timers.set(item.slot, setTimeout(() => this.sender.kick(), delay));
      }

      saved(record, answer) {
        const item = this.items.get(record.slot);
        if (item) item.known = Math.max(item.known, answer.revision ?? record.revision);
        this.lastSaved = fill('saved', { time: timeOfDay(answer.savedAt) });
        this.hasSaved = true;
        this.copy.saved(record.slot, { ...answer, revision: answer.revision ?? record.revision }, record.value);
        this.keepCopy();
        notice('copy', 'info', '');
        notice(`refused-${record.slot}`, 'bad', '');
        notice('newer', 'info', '');
        if (this.queue.count === 0) notice('restored', 'info', '');
        notice('signedOut', 'warn', '');
      }

      newer(record, answer) {
        if (answer.revision === undefined || !('response' in answer || 'value' in answer)) {
          this.refetch();
          return;
        }
        this.adopt(record.slot, answer);
      }

      adopt(slot, answer) {
        const item = this.items.get(String(slot));
        if (!item || answer.revision <= item.known || this.queue.records.has(item.slot)) return false;
        item.known = answer.revision;
        const value = item.kind === 'prediction' ? answer.value : answer.response;
        if (same(item.value ?? null, value ?? null)) return false;
        item.value = value;
        const time = answer.savedAt ? timeOfDay(answer.savedAt) : '';
        notice('newer', 'info', fill('newer', { slot: item.label, time }));
        this.count();
        return true;
      }

      refused(record, detail) {
        notice(`refused-${record.slot}`, 'bad', fill('notTaken', { slot: this.items.get(record.slot)?.label ?? '', detail }));
        this.refetch(this.items.get(record.slot));
      }

      // What the server has: after a pause, on another device's change, after a refusal.
      async refetch(doubted) {
        const sent = performance.now();
        try {
          const reply = await fetch(this.root.dataset.state, { cache: 'no-store' });
          if (reply.status === 410) { this.end(endedAs(await readJSON(reply))); return; }
          if (!reply.ok) return;
          const body = await reply.json();
          this.clock.learn(body.serverTime, sent, performance.now());
          this.deadline.at = Date.parse(body.deadline);
          this.ticking.show();
          notice('copy', 'info', '');
          if (body.state !== 'running') {
            this.end({ at: body.closedAt, byDeadline: body.state !== 'submitted' });
            return;
          }
          if (doubted && !this.queue.records.has(doubted.slot)) {
            doubted.known = -1;
            doubted.value = null;
          }
          const changed = (body.answers ?? []).filter((answer) => this.adopt(answer.slot, answer));
          if (body.prediction && this.adopt('prediction', body.prediction)) changed.push(body.prediction);
          if (changed.length > 1) notice('newer', 'info', fill('newerMany', { count: changed.length }));
          if (doubted?.known === -1) doubted.known = 0;
          this.count();
        } catch {
          // Without a network there is nothing newer to know; the queue says so already.
        }
      }

      comeBack() {
        if (document.visibilityState !== 'visible' || this.isOver) return;
        const now = performance.now();
        if (now - (this.cameBack ?? -Infinity) < 3000) return;
        this.cameBack = now;
        if (this.queue.count > 0) this.sender.kick();
        this.refetch();
      }

      flag(item) {
        if (item) item.drawFlag(this.flags.toggle(item.slot));
      }

      count() {
        const items = [...this.items.values()];
        const box = document.getElementById('answered');
        box.textContent = box.dataset.form
          .replace('{done}', items.filter((item) => item.isAnswered).length).replace('{count}', items.length);
      }

      showState() {
        const { count } = this.queue;
        if (this.isOver) return;
        if (count === 0) {
          showState(this.hasSaved ? 'saved' : '', this.lastSaved);
        } else if (this.sender.state === 'waiting' || this.sender.state === 'busy') {
          showState('waiting', fill(this.sender.state, { count }));
        } else if (this.sender.state === 'signedOut') {
          showState('waiting', fill('waiting', { count }));
          notice('signedOut', 'warn', fill('signedOut', { count }),
            { address: this.root.dataset.signIn, text: words.signInAgain });
        } else {
          showState('', words.saving);
        }
      }

      async leave(event) {
        event.preventDefault();
        const address = this.root.dataset.review;
        if (await this.sender.flush(4000)) location.assign(address);
        else notice('leave', 'warn', fill('waiting', { count: this.queue.count }));
      }

      async end(how = {}) {
        for (const [name, value] of Object.entries(how)) if (value !== undefined) this.how[name] = value;
        if (this.isEnding) return;
        this.isEnding = true;
        this.ticking?.stop();
        if (this.how.byDeadline !== false) await this.sender.flush(1500);
        this.isOver = true;
        for (const item of this.items.values()) for (const input of item.inputs) input.disabled = true;
        sayEnd(this.how, this.queue.count, this.deadline.at);
        goToReceipt(this.root, this.how);
      }
    }
    """#
}
