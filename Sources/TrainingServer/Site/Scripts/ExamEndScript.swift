extension Scripts {
  /// What the screen says at the end, and what becomes of answers that could not be sent before.
  static let examEnd: StaticString = #"""
    // `how` is what the server said of the end: { at, byDeadline }; nothing while it is out of reach.
    const sayEnd = (how, count, deadline) => {
      const isElsewhere = how.byDeadline === false;
      const time = timeOfDay(how.at ?? new Date(deadline).toISOString());
      const isReached = how.byDeadline !== undefined || navigator.onLine;
      let name = 'ended';
      if (isElsewhere) name = 'endedElsewhere';
      else if (count > 0) name = 'endedOffline';
      else if (!isReached) name = 'endedOfflineAllSaved';
      notice('ended', 'warn', fill(name, { time, count }));
      // No tick stands beside answers that the server does not have.
      if (count > 0) showState('waiting', fill('unsentLeft', { count }));
    };

    const endedAs = (body) => ({ at: body.endedAt ?? body.closedAt, byDeadline: body.byDeadline });

    // Goes on only when the receipt can be had, so that no browser's error page appears.
    const goToReceipt = async (root, how) => {
      const address = root.dataset.receipt;
      await pause(Math.random() * 2000);
      for (let tries = 1; ; tries += 1) {
        try {
          const reply = await fetch(address, { cache: 'no-store' });
          if (reply.ok || reply.status < 500) {
            location.replace(address + (how.byDeadline === false ? root.dataset.elsewhere : ''));
            return;
          }
        } catch {
          // Tried again until there is a network.
        }
        await pause(Math.min(30000, 2000 * tries) * (0.5 + Math.random() / 2));
      }
    };

    const asLate = (record) => ({
      revision: record.revision, chosenAt: new Date(record.kept).toISOString(),
      ...(record.slot === 'prediction'
        ? { value: record.value } : { slot: Number(record.slot), response: record.value }),
    });

    // Answers 'kept', 'refused', or null when the server could not be reached.
    const sendLate = async (records, root) => {
      try {
        const reply = await fetch(root.dataset.late, {
          method: 'POST', redirect: 'error',
          headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': root.dataset.token },
          body: JSON.stringify({ sentAt: new Date().toISOString(), deliveries: records.map(asLate) }),
        });
        if (reply.ok) return 'kept';
        return [404, 409, 410, 422].includes(reply.status) ? 'refused' : null;
      } catch {
        return null;
      }
    };

    // The receipt page: what is still on this device goes to the server, as late.
    const deliverLate = async (root) => {
      const queue = await new SaveQueue(root.dataset.attempt).open();
      new PaperCopy(root).forget();
      if (queue.count === 0) return;
      const { count } = queue;
      const records = [...queue.records.values()];
      if (root.dataset.submitted) {
        notice('unsent', 'warn', fill('receiptUnsent', { count }));
        return;
      }
      notice('late', 'info', fill('sendingLate', { count }));
      for (let tries = 1; ; tries += 1) {
        const outcome = await sendLate(records, root);
        if (outcome === 'kept') {
          for (const record of records) queue.settle(record);
          await queue.settled();
          location.reload();
          return;
        }
        if (outcome === 'refused') {
          notice('late', 'info', '');
          notice('unsent', 'warn', fill('receiptUnsent', { count }));
          return;
        }
        await pause(Math.min(30000, 2000 * tries) * (0.5 + Math.random() / 2));
      }
    };
    """#
}
