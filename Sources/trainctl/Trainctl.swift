@main
enum Trainctl {
  static func main() {}
}
