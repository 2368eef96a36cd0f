extension Scripts {
  /// One question: its inputs, its value, its cell in the palette.
  static let examItem: StaticString = #"""
    const same = (left, right) => JSON.stringify(left) === JSON.stringify(right);

    class Item {
      constructor(section) {
        this.section = section;
        this.slot = section.dataset.slot;
        this.kind = section.dataset.kind;
        this.known = Number(section.dataset.revision);
        this.address = section.dataset.save;
        this.inputs = [...section.querySelectorAll('.options input, .guess')];
        this.cell = document.querySelector(`.palette [data-slot="${this.slot}"]`);
        this.flagButton = section.querySelector('[data-tool="flag"]');
        this.clearButton = section.querySelector('[data-tool="clear"]');
      }

      // Its number, as people say it.
      get label() { return this.cell?.firstChild.textContent.trim() ?? this.slot; }

      // As the server wants it: null, "b", ["a","c"] or a number; undefined when it does not make sense.
      get value() {
        if (this.kind === 'prediction') {
          const text = this.inputs[0].value.trim();
          if (!/^[0-9]{1,9}$/.test(text)) return undefined;
          const number = Number(text);
          const { min, max } = this.section.dataset;
          return number >= Number(min) && number <= Number(max) ? number : undefined;
        }
        const chosen = this.inputs.filter((input) => input.checked).map((input) => input.value);
        if (chosen.length === 0) return null;
        return this.kind === 'single' ? chosen[0] : chosen;
      }

      set value(value) {
        if (this.kind === 'prediction') {
          this.inputs[0].value = value ?? '';
        } else {
          const chosen = value === null || value === undefined ? [] : [].concat(value);
          for (const input of this.inputs) input.checked = chosen.includes(input.value);
        }
        this.draw();
      }

      get isAnswered() { return this.value !== null && this.value !== undefined; }

      draw() {
        this.cell?.classList.toggle('done', this.isAnswered);
        const state = this.cell?.querySelector('.cell-state');
        const flagged = this.cell?.classList.contains('flagged') ? `, ${words.flagged}` : '';
        if (state) state.textContent = (this.isAnswered ? words.answered : words.open) + flagged;
        if (this.clearButton) {
          if (this.isAnswered) delete this.clearButton.dataset.idle;
          else this.clearButton.dataset.idle = '1';
        }
      }

      drawFlag(isFlagged) {
        this.cell?.classList.toggle('flagged', isFlagged);
        if (this.flagButton) {
          this.flagButton.hidden = false;
          this.flagButton.setAttribute('aria-pressed', String(isFlagged));
        }
        this.draw();
      }
    }
    """#
}
