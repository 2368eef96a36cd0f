extension Scripts {
  /// Flags stay on the device; the server never hears of them.
  static let examFlags: StaticString = #"""
    class Flags {
      constructor(attempt) {
        this.key = `exam-flags-${attempt}`;
        try {
          this.slots = new Set(JSON.parse(localStorage.getItem(this.key) ?? '[]'));
        } catch {
          this.slots = new Set();
        }
      }

      has(slot) { return this.slots.has(slot); }

      toggle(slot) {
        if (!this.slots.delete(slot)) this.slots.add(slot);
        try {
          localStorage.setItem(this.key, JSON.stringify([...this.slots]));
        } catch {
          // Without storage the flags last as long as the page.
        }
        return this.slots.has(slot);
      }
    }
    """#
}
