import QuizEngine

// What is said of answers that came after the end.

extension ExamWords {
  var lateText: LocalizedText {
    both(
      "Chưa được tính vào bài; chỉ được tính nếu Ban Tổ chức quyết định.",
      "It is not counted, unless the organizers decide so.")
  }
  var lateClaimed: LocalizedText { both("theo máy của em, làm lúc", "by your device, given at") }
  var lateArrived: LocalizedText { both("Tới máy chủ lúc", "Reached the server at") }
  var sendingLate: LocalizedText {
    both(
      "Đang gửi {count} câu còn giữ trên máy này, ghi là đến muộn…",
      "Sending {count} answers that are kept on this device, as late ones…")
  }
  var endedOffline: LocalizedText {
    both(
      "Hết giờ lúc {time}, và máy này đang không tới được máy chủ. {count} câu chưa gửi vẫn được giữ ở "
        + "đây. Có mạng lại, máy tự gửi, ghi là đến muộn; Ban Tổ chức quyết định có tính hay không. "
        + "Em đừng đóng trang, đừng đăng xuất.",
      "Time ended at {time}, and this device cannot reach the server. {count} unsent answers are kept "
        + "here. When the network is back they are sent by themselves, as late ones; the organizers "
        + "decide whether they count. Do not close this page and do not sign out.")
  }
  var endedOfflineAllSaved: LocalizedText {
    both(
      "Hết giờ lúc {time}. Máy này đang mất mạng, nhưng mọi câu em đã chọn đều đã lưu và máy chủ tự nộp. "
        + "Có mạng lại, biên nhận sẽ mở.",
      "Time ended at {time}. There is no network, but everything you chose is saved and the server "
        + "hands it in. The receipt opens when the network is back.")
  }
  var endedElsewhere: LocalizedText {
    both(
      "Bài này đã được nộp lúc {time} trên một máy khác hoặc ở một cửa sổ khác. Đang mở biên nhận…",
      "This paper was handed in at {time} on another device or in another window. Opening the receipt…"
    )
  }
  var unsentLeft: LocalizedText {
    both("{count} câu chưa tới máy chủ", "{count} answers have not reached the server")
  }
  var copy: LocalizedText {
    both(
      "Không có mạng. Đây là bài em đang làm, giữ trên máy này; đồng hồ vẫn chạy, câu em chọn được gửi khi "
        + "có mạng lại.",
      "No network. This is your paper as kept on this device; the clock runs on, and what you choose is "
        + "sent when the network is back.")
  }
}

extension Said<ExamWords> {
  func late(_ count: Int) -> String {
    either(
      "\(count) câu làm trước giờ nhưng tới sau giờ.",
      count == 1
        ? "1 answer was given before the end and came after it."
        : "\(count) answers were given before the end and came after it.")
  }
}

extension WatchWords {
  var late: LocalizedText { both("Câu trả lời đến muộn", "Late deliveries") }
  var lateText: LocalizedText {
    both(
      "Máy của thí sinh mất mạng trước giờ kết thúc nên gửi sau. Giờ làm là do máy ấy báo, không có gì chứng "
        + "minh. Các câu này không được tính vào điểm.",
      "The contestants' devices had no network before the end and sent these later. The times are what "
        + "the devices say; nothing proves them. They do not count.")
  }
  var latePerson: LocalizedText { both("Thí sinh", "Contestant") }
  var lateItem: LocalizedText { both("Câu", "Item") }
  var lateAnswer: LocalizedText { both("Trả lời", "Answer") }
  var lateClaimed: LocalizedText {
    both("Làm lúc, quy về giờ máy chủ", "Given at, by the server's clock")
  }
  var lateDevice: LocalizedText { both("Đồng hồ máy ấy chỉ", "The device's clock said") }
  var lateReceived: LocalizedText { both("Tới lúc", "Received") }
}

extension AccountWords {
  var replacedTitle: LocalizedText { both("Thẻ này đã được thay", "This card was replaced") }
  var unknownTitle: LocalizedText { both("Không có thẻ này", "There is no such card") }
  var unknownText: LocalizedText {
    both(
      "Mã trên địa chỉ không phải của thẻ nào. Em quét lại mã QR, hoặc gõ mã in trên thẻ ở trang đăng nhập. "
        + "Vẫn không được thì hỏi thầy cô chủ nhiệm hoặc người phát thẻ.",
      "The code in the address belongs to no card. Scan the QR code again, or type the code on the card at "
        + "the sign-in page. If that fails, ask the class teacher or whoever hands out cards.")
  }
}
