extension Scripts {
  /// Unsent answers: in IndexedDB, else in localStorage, else in memory.
  static let examQueue: StaticString = #"""
    // One record per attempt and slot: { key, attempt, slot, revision, value, order, address, kept }.
    const openDatabase = () => new Promise((resolve, reject) => {
      const request = indexedDB.open('exam', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('saves', { keyPath: 'key' });
      request.onsuccess = () => resolve(request.result);
      request.onerror = request.onblocked = () => reject(request.error);
    });

    const storageKey = 'exam-saves';

    const localRecords = () => {
      try {
        return JSON.parse(localStorage.getItem(storageKey) ?? '{}');
      } catch {
        return {};
      }
    };

    const writeLocal = (records) => {
      try {
        localStorage.setItem(storageKey, JSON.stringify(records));
      } catch {
        // Storage is full or forbidden: the copy in memory is what remains, and the bar says "not sent".
      }
    };

    class SaveQueue {
      constructor(attempt) {
        this.attempt = attempt;
        this.records = new Map();
        this.order = 0;
        this.database = null;
      }

      async open() {
        let found = [];
        try {
          this.database = await openDatabase();
          found = await this.ask('readonly', (store) => store.getAll());
        } catch {
          this.database = null;
          found = Object.values(localRecords());
        }
        const weekAgo = Date.now() - 7 * 86400000;
        for (const record of found) {
          if (record.attempt !== this.attempt) {
            if (record.kept < weekAgo) this.drop(record.key);
            continue;
          }
          if (!this.records.has(record.slot)) this.records.set(record.slot, record);
          this.order = Math.max(this.order, record.order);
        }
        for (const record of this.records.values()) this.keep(record);
        return this;
      }

      get count() { return this.records.size; }

      // The latest value of a slot replaces the one before.
      put(slot, revision, value, address) {
        this.order += 1;
        const record = {
          key: `${this.attempt}/${slot}`, attempt: this.attempt, slot, revision, value, address,
          order: this.order, kept: Date.now(),
        };
        this.records.set(slot, record);
        this.keep(record);
      }

      // Forgets a record unless a newer value has taken its place meanwhile.
      settle(record) {
        if (this.records.get(record.slot) !== record) return;
        this.records.delete(record.slot);
        this.drop(record.key);
      }

      first() {
        let first = null;
        for (const record of this.records.values()) {
          if (!first || record.order < first.order) first = record;
        }
        return first;
      }

      keep(record) {
        if (this.database) this.ask('readwrite', (store) => store.put(record)).catch(() => this.keepLocal(record));
        else this.keepLocal(record);
      }

      keepLocal(record) {
        writeLocal({ ...localRecords(), [record.key]: record });
      }

      drop(key) {
        if (this.database) this.dropping = this.ask('readwrite', (store) => store.delete(key)).catch(() => {});
        const records = localRecords();
        if (!(key in records)) return;
        delete records[key];
        writeLocal(records);
      }

      // Once what was settled is gone from the device, too.
      async settled() { await this.dropping; }

      ask(mode, action) {
        return new Promise((resolve, reject) => {
          const transaction = this.database.transaction('saves', mode, { durability: 'strict' });
          const request = action(transaction.objectStore('saves'));
          transaction.oncomplete = () => resolve(request.result);
          transaction.onerror = transaction.onabort = () => reject(transaction.error);
        });
      }
    }
    """#
}
