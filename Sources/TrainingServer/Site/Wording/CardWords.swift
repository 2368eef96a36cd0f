import QuizEngine

/// Sign-in cards: of a class, and of one person who lost theirs.
struct CardWords: Sendable {
  let title = both("Thẻ của lớp", "Cards of the class")
  let text = both(
    "Mỗi em một thẻ để vào học và thi. Mã trên thẻ chỉ hiện một lần ngay sau khi tạo: hãy in luôn.",
    "One card per pupil to sign in with. The codes are shown once, right after they are made: print at once."
  )
  let nobodyMissing = both(
    "Em nào cũng có thẻ rồi. Em nào mất thẻ, bấm “Thẻ mới” ở dòng của em đó trong lớp: thẻ của các "
      + "bạn khác không bị khóa.",
    "Everybody holds a card. If one is lost, press “New card” in that pupil's line of the class: "
      + "the cards of the others stay as they are.")
  let missingKeepsOthers = both(
    "Thẻ các em khác đang dùng không bị khóa.", "Cards that others hold stay as they are.")
  let made = both(
    "Đã tạo thẻ. Trang này không mở lại được: in hoặc lưu ngay.",
    "The cards are made. This page cannot be opened again: print or save it now.")
  let print = both("In thẻ", "Print the cards")
  let noMembers = both("Lớp chưa có ai dùng thẻ", "Nobody in the class uses a card")
  let noMembersText = both(
    "Nhập danh sách học sinh trước, rồi tạo thẻ. Thầy cô đăng nhập bằng mật khẩu.",
    "Import the list of pupils first, then make cards. Staff sign in with passwords.")
  let renewText = both(
    "Chỉ cần khi lộ cả tờ thẻ. Mất một thẻ thì cấp riêng cho em đó.",
    "Needed only when a whole sheet got out. For one lost card, give that pupil a new one.")
  let attemptsStay = both(
    "Bài đang làm không mất: em vào lại bằng thẻ mới và làm tiếp, đồng hồ vẫn chạy.",
    "Running attempts are kept: whoever comes back with the new card goes on; the clock keeps running."
  )
  let countChanged = both(
    "Số thẻ sẽ khóa vừa thay đổi nên chưa làm gì. Xem lại số dưới đây rồi bấm lại.",
    "The number of cards to be locked has changed, so nothing was done. Look at it again and press again."
  )
  let back = both("Không làm lại", "Leave them as they are")
  let oneTitle = both("Thẻ mới", "New card")
  let lockedNow = both(
    "Thẻ cũ đã khóa và thoát khỏi mọi máy. Bài đang làm không mất.",
    "The old card is locked and signed out everywhere. Running attempts are kept.")
}

extension Said<CardWords> {
  func standing(_ pupils: Int, having holders: Int) -> String {
    either(
      "\(pupils) em trong lớp, \(holders) em đang có thẻ dùng được.",
      "\(pupils) pupils in the class, \(holders) with a working card.")
  }

  func makeMissing(_ count: Int) -> String {
    either(
      "In thẻ cho \(count) em chưa có",
      count == 1 ? "Print a card for the 1 without one" : "Print cards for the \(count) without one"
    )
  }

  /// The door to the page that asks.
  func renewal(_ holders: Int) -> String {
    either(
      "Làm lại thẻ cả lớp: \(holders) thẻ cũ sẽ khóa",
      "New cards for the whole class: \(holders) old ones get locked")
  }

  func renewTitle(_ name: String) -> String {
    either("Làm lại thẻ cả lớp \(name)", "New cards for all of \(name)")
  }

  func renewMeans(_ pupils: Int, locking holders: Int) -> String {
    either(
      "\(holders) thẻ cũ khóa ngay, các em đang đăng nhập bằng thẻ bị thoát khỏi mọi máy. In \(pupils) thẻ mới và phát lại cho cả lớp.",
      "\(holders) old cards are locked at once, and whoever is signed in with one is signed out everywhere. \(pupils) new ones are printed and have to be handed out."
    )
  }

  func renew(_ pupils: Int, locking holders: Int) -> String {
    either(
      "Khóa \(holders) thẻ cũ, in \(pupils) thẻ mới",
      "Lock \(holders) old cards, print \(pupils) new ones")
  }

  func running(_ count: Int) -> String {
    either(
      "\(count) em đang làm bài thi. Nếu không gấp, hãy đợi thi xong.",
      count == 1
        ? "1 pupil is in the middle of a contest. Wait for its end if you can."
        : "\(count) pupils are in the middle of a contest. Wait for its end if you can.")
  }

  func runningOne(_ name: String) -> String {
    either(
      "\(name) đang làm bài thi. Vào lại bằng thẻ mới là làm tiếp được, đồng hồ vẫn chạy.",
      "\(name) is in the middle of a contest. With the new card they go on; the clock keeps running."
    )
  }

  func give(_ givenName: String) -> String {
    either("Cấp thẻ cho \(givenName)", "Give \(givenName) a new card")
  }

  func oneMeans(_ name: String) -> String {
    either(
      "Thẻ cũ của \(name) khóa ngay và thoát khỏi mọi máy. Thẻ của các bạn khác vẫn dùng được.",
      "The old card of \(name) is locked at once and signed out everywhere. Nobody else's card changes."
    )
  }
}
