import Glibc
import QuizEngine

/// Lets root work in somebody else's data folder as its owner: a file of root's in there could not
/// be opened by the server afterwards.
struct FolderOwner {
  private let isAssumed: Bool

  /// Becomes the owner of `folder` for a while when root asks and the owner is somebody else.
  init(assuming folder: String) throws {
    var status = stat()
    guard geteuid() == 0, stat(folder, &status) == 0, status.st_uid != 0 else {
      isAssumed = false
      return
    }
    // The group first: without root it could not be changed any more.
    guard setegid(status.st_gid) == 0, seteuid(status.st_uid) == 0 else {
      let reason = String(cString: strerror(errno))
      throw OperationFailure(
        .storage,
        LocalizedText(
          vi: "Không làm việc được dưới tên chủ của \(folder): \(reason).",
          en: "Cannot work as the owner of \(folder): \(reason)."))
    }
    isAssumed = true
  }

  /// Becomes root again.
  func resign() {
    guard isAssumed else { return }
    seteuid(0)
    setegid(0)
  }
}
