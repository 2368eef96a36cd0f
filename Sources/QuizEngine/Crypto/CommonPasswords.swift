/// Words that people in Vietnamese schools put into passwords first, collected by us.
///
/// Without diacritics, digits or signs: `PasswordRules` undoes those, and joins up to three, so
/// that the list stands for many thousand passwords.
enum CommonPasswords {
  static let words = Set(
    (english + vietnamese + places + names + keys).split(separator: " ").map(String.init))

  private static let english = """
    password passwd pass passw passcode secret admin administrator root user guest login master \
    welcome hello letmein access system server test testing tester demo sample default changeme \
    change temp temporary qwerty computer internet wifi website email gmail yahoo google facebook \
    zalo tiktok youtube instagram roblox minecraft freefire pubg garena liquid samsung iphone \
    apple nokia oppo xiaomi windows office microsoft android love lover loveyou iloveyou you \
    loveme baby babe angel princess prince queen king sunshine moon star stars sky flower flowers \
    rose lily cherry banana orange lemon coffee cookie chocolate candy sugar honey happy lucky \
    smile forever friend friends family mother father mom dad sister brother monkey dragon tiger \
    lion panda kitty cat dog puppy rabbit bear wolf eagle butterfly football soccer basketball \
    baseball hockey tennis player gamer game games play music guitar piano singer dancer batman \
    superman spiderman ironman naruto sasuke pokemon pikachu doraemon nobita conan onepiece luffy \
    hello world summer winter spring autumn monday tuesday wednesday thursday friday saturday \
    sunday january february march april may june july august september october november december \
    teacher student school class learn study english math maths science history exam exams quiz \
    contest course training learning homework college university manager boss office work worker \
    company money rich dollar bank shadow michael jordan jessica jennifer daniel thomas andrew \
    matrix ninja hunter killer hacker anonymous freedom trust nothing whatever something the and \
    my me is im god jesus buddha peace dream hope life live new old one two three best good super \
    top hot cool sexy pretty beautiful black white red blue green yellow silver golden gold purple
    """

  private static let vietnamese = """
    matkhau matma mat khau bimat khongbiet khongco khongcho hocsinh giaovien thaygiao cogiao \
    thayco thay co sinhvien hieutruong hieupho quantri quantrivien giamsat bantochuc tochuc nguoidung \
    taikhoan dangnhap truong truonghoc truongmoi nhatruong lop lophoc lopmoi thcs thpt tieuhoc \
    trunghoc daihoc mamnon phongdaotao phonggiaoduc sogiaoduc giaoduc daotao anninh anninhmang \
    anm luatanninh antoan antoanthongtin mang luat phapluat cuocthi baithi kiemtra tracnghiem \
    hoctap hoctot dayhoc daytot toan van anh nguvan toanhoc tienganh vatly hoahoc sinhhoc lichsu \
    dialy tinhoc congnghe thethao amnhac mythuat anhyeuem emyeuanh yeuem yeuanh yeu yeunhau \
    toiyeuban ban banbe tinhyeu tinhban nhoem nhoanh anh em con me bo mevabo giadinh giadinhtoi \
    yeugiadinh bome chame ongba ong ba chi chau congchua hoangtu contrai congai \
    xinchao xinh dep depgai deptrai dethuong de hanhphuc maimai mottinhyeu vuive camon chucmung \
    nammoi suckhoe mayman taiphat tailoc phatloc phattai tienbac nhieutien giau \
    bongda cauthu meo cho meocon chocon ga vit heo bo trau rong ho chuot meomeo hoahong hoasen \
    hoamai hoadao hoalan matroi mattrang ngoisao bautroi bien song nui que quehuong quehuongtoi \
    toi tao may no chung ta minh chungta khong co duoc biet roi nhe nha oi di dau the nao gi vay \
    deo met chan buon khoc cuoi ngu an com pho bun banh tra sua trasua caphe nuoc keo che \
    mua nang gio tuyet xuan ha thu dong muaxuan muahe muathu muadong tet tetnguyendan trungthu
    """

  private static let places = """
    vietnam viet nam hanoi haiphong danang hue saigon hochiminh hcm tphcm cantho vungtau dalat \
    nhatrang halong quangninh bacninh bacgiang thainguyen thaibinh namdinh ninhbinh thanhhoa \
    nghean hatinh quangbinh quangtri quangnam quangngai binhdinh phuyen khanhhoa ninhthuan \
    binhthuan kontum gialai daklak daknong lamdong binhphuoc binhduong dongnai tayninh longan \
    tiengiang bentre travinh vinhlong dongthap angiang kiengiang haugiang soctrang baclieu camau \
    langson caobang hagiang laocai yenbai sonla dienbien laichau hoabinh phutho vinhphuc hungyen \
    haiduong hanam tuyenquang backan dinhtienhoang bacho bachoc bachochiminh hoguom vietnamvodich \
    vodich codosaovang saovang america london paris japan tokyo korea china thailand singapore
    """

  private static let names = """
    nguyen tran pham hoang huynh phan dang bui ngo duong trinh doan nguyenvan nguyenthi tranvan \
    tranthi levan lethi phamvan phamthi nguyenvana nguyenvanan tranvanb vana vanb thia linh trang \
    huong lan hoa mai ngoc nhung thao thuy yen quynh phuong hang hanh hien huyen giang chau minh \
    duc hung dung tuan nam long khanh kien quan phong phuc thinh vinh son hai dat bao khang huy \
    cuong bach binh tung thanh trung truc tien tam thuong vy nhi ngan tram uyen oanh diep
    """

  private static let keys = """
    qwertyui qwert asdf asdfgh zxcv zxcvbn qaz wsx edc rfv qazwsx qazwsxedc abc abcd abcde abcxyz \
    xyz aaa bbb xxx zzz qq ww ee qweasd qweasdzxc asd zxc qwe iop jkl bnm mnb poi lkj fgh dfg \
    aqwsxz zaqwsx zaqxsw mnbvcxz lkjhgfdsa poiuytrewq
    """
}
