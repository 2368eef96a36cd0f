extension Scripts {
  /// Chooses what the page needs.
  static let examStart: StaticString = #"""
    const examRoot = document.getElementById('exam');
    const reviewRoot = document.getElementById('review');

    if (examRoot) new ExamScreen(examRoot).start();
    if (reviewRoot) startReview(reviewRoot);
    """#

  /// The receipt's own start.
  static let receiptStart: StaticString = #"""
    deliverLate(document.getElementById('receipt'));
    """#
}
