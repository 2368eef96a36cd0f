extension Scripts {
  /// The review page: flags, what is still unsent, and the press that ends the attempt.
  static let examReview: StaticString = #"""
    const startReview = async (root) => {
      const clock = new ServerClock(root.dataset.now);
      const deadline = { at: Date.parse(root.dataset.deadline) };
      const queue = await new SaveQueue(root.dataset.attempt).open();
      const form = root.querySelector('.submit-form');
      const button = document.getElementById('submit-button');
      let isOver = false;
      const end = (how = {}) => {
        if (isOver) return;
        isOver = true;
        button.disabled = true;
        sayEnd(how, queue.count, deadline.at);
        goToReceipt(root, how);
      };
      const showUnsent = (sender) => {
        const { count } = queue;
        if (count === 0) showState('saved', words.allSaved);
        else showState('waiting', fill(sender.state === 'busy' ? 'busy' : 'waiting', { count }));
      };
      const sender = new Sender(queue, clock, form.querySelector('[name="_csrf"]').value, {
        saved: () => {},
        newer: () => {},
        refused: (record, detail) => notice(`refused-${record.slot}`, 'bad', fill('notTaken', { slot: record.slot, detail })),
        ended: (body) => end(endedAs(body)),
        state: showUnsent,
      });
      document.getElementById('saved').hidden = false;
      showUnsent(sender);
      if (queue.count > 0) sender.flush(20000).then((isSent) => { if (isSent) location.reload(); });

      const flags = [...new Flags(root.dataset.attempt).slots];
      const list = document.getElementById('flagged-list');
      for (const slot of flags.sort((left, right) => (Number(left) || 1e9) - (Number(right) || 1e9))) {
        const link = element('a', { class: 'cell flagged', href: `${root.dataset.exam}?item=${encodeURIComponent(slot)}` },
          slot === 'prediction' ? words.prediction : slot);
        list.append(element('li', slot === 'prediction' ? { class: 'wide' } : {}, link));
      }
      document.getElementById('flagged').hidden = flags.length === 0;

      form.addEventListener('submit', async (event) => {
        if (form.dataset.ready) return;
        event.preventDefault();
        if (button.disabled) return;
        button.disabled = true;
        const label = button.textContent;
        button.textContent = words.submitting;
        if (queue.count > 0) notice('sending', 'info', fill('sendingFirst', { count: queue.count }));
        const isReachable = await sender.flush(8000) && await fetch(root.dataset.state, { cache: 'no-store' })
          .then((reply) => reply.status < 500, () => false);
        notice('sending', 'info', '');
        if (isReachable && !isOver) {
          form.dataset.ready = '1';
          form.submit();
          return;
        }
        if (isOver) return;
        notice('offline', 'warn', words.offlineSubmit);
        button.disabled = false;
        button.textContent = label;
      });
      runExamClock(clock, deadline, () => end());
    };
    """#
}
