/// How hard a symbol is to scan, by the four features of ISO/IEC 18004, 7.8.3.
enum QRPenalty {
  static func score(_ matrix: QRMatrix) -> Int {
    let size = matrix.size
    var score = 0
    for line in 0..<size {
      score += lineScore((0..<size).map { matrix[$0, line] })
      score += lineScore((0..<size).map { matrix[line, $0] })
    }
    for y in 0..<size - 1 {
      for x in 0..<size - 1 {
        let corner = matrix[x, y]
        if corner == matrix[x + 1, y], corner == matrix[x, y + 1], corner == matrix[x + 1, y + 1] {
          score += 3
        }
      }
    }
    let dark = matrix.modules.count { $0 }
    // 10 for each full 5 % away from one half.
    score += abs(dark * 20 - size * size * 10) / (size * size) * 10
    return score
  }

  /// Runs of five and more, and what looks like a finder with four light modules beside it.
  private static func lineScore(_ line: [Bool]) -> Int {
    var score = 0
    var run = 0
    for (index, isDark) in line.enumerated() {
      run = index > 0 && isDark == line[index - 1] ? run + 1 : 1
      if run == 5 { score += 3 } else if run > 5 { score += 1 }
    }
    let finder = [true, false, true, true, true, false, true]
    for start in 0...line.count - finder.count
    where line[start..<start + finder.count].elementsEqual(finder) {
      // The quiet zone is light too.
      let before = line[max(0, start - 4)..<start]
      let after = line[(start + 7)..<min(line.count, start + 11)]
      if !before.contains(true) || !after.contains(true) { score += 40 }
    }
    return score
  }
}
