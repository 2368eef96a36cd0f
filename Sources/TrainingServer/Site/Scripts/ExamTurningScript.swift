extension Scripts {
  /// Turning pages without a network: all questions are already here.
  static let examTurning: StaticString = #"""
    class Turning {
      constructor(root, items) {
        this.root = root;
        this.items = items;
        this.order = [...items.values()];
        const shown = this.order.find((item) => !item.section.hidden);
        this.slot = (shown ?? this.order[0]).slot;
        this.modeLink = document.querySelector('.mode');
      }

      get current() { return this.items.get(this.slot); }
      get isAll() { return this.root.dataset.mode === 'all'; }

      show(slot, { focus = true } = {}) {
        const item = this.items.get(slot);
        if (!item) return;
        this.slot = slot;
        for (const other of this.order) {
          other.section.hidden = !this.isAll && other !== item;
          if (other === item) other.cell?.setAttribute('aria-current', 'step');
          else other.cell?.removeAttribute('aria-current');
        }
        const query = this.isAll ? '?view=all' : `?item=${encodeURIComponent(slot)}`;
        history.replaceState(null, '', location.pathname + query);
        const number = item.section.querySelector('.item-number');
        if (this.isAll) item.section.scrollIntoView();
        else if (focus) window.scrollTo(0, 0);
        if (focus) number?.focus({ preventScroll: true });
      }

      turn(step) {
        const next = this.order[this.order.indexOf(this.current) + step];
        if (next) this.show(next.slot);
        return Boolean(next);
      }

      // In the long page, the question somebody works in is the one that has the focus.
      attend(target) {
        const section = target instanceof Element ? target.closest('.item') : null;
        if (section) this.slot = section.dataset.slot;
      }

      switchMode() {
        this.root.dataset.mode = this.isAll ? 'one' : 'all';
        this.modeLink.lastChild.textContent = this.isAll ? words.oneByOne : words.allOnOnePage;
        this.show(this.slot, { focus: false });
      }
    }
    """#
}
