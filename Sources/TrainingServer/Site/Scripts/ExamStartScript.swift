extension Scripts {
  /// Chooses what the page needs.
  static let examStart: StaticString = #"""
    const examRoot = document.getElementById('exam');
    const reviewRoot = document.getElementById('review');
    const receiptRoot = document.getElementById('receipt');

    if (examRoot) new ExamScreen(examRoot).start();
    if (reviewRoot) startReview(reviewRoot);
    if (receiptRoot) deliverLate(receiptRoot);
    """#
}
