/// What two ways of writing a class have in common: `Lớp 10 Chuyên Anh` and `10 chuyên anh` become
/// `10-chuyen-anh`.
func classSlug(_ name: String) -> String {
  guard name.utf8.count <= 200 else { return "" }
  var words = foldedName(name).split(separator: " ")
  if words.count > 1, words.first == "lop" { words.removeFirst() }
  return words.joined(separator: "-")
}
