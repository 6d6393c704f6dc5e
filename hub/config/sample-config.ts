/**
 * The file that `tct-hub init` writes. It lists the schools of the cluster in 2022 whose homepage is confirmed. Schools
 * of provinces that were merged in July 2025 are inactive and name their successor.
 */
export const sampleConfig = `{
  // Tên cụm, hiện trên trang tin và trong mọi tệp.
  "name": "Cụm các trường Chính trị khu vực đồng bằng sông Hồng",
  // Thư hoặc trang để chủ trang nguồn liên hệ; được gửi kèm mỗi lần hỏi tin.
  // "contact": "mailto:vanphong@truong.example",
  // Địa chỉ công khai của thư mục xuất bản. Nên có, để các tệp nối được với nhau.
  // "hub": "https://tin.truong.example/",
  // Thư mục xuất bản, và nơi ghi nhớ (không công khai; mặc định là tên thư mục xuất bản thêm “-state”), tính từ thư mục của
  // tệp này. --out và --state trên dòng lệnh được ưu tiên.
  // "out": "tin",
  // "state": "tin-state",
  // Chép ảnh về thành ảnh nhỏ, và để trang https hiện được ảnh của trang http. false: dùng ảnh tại trang gốc.
  "images": true,
  // Nguồn không còn bài (trang đổi giao diện, đổi địa chỉ): trạm tự tìm nguồn thay thế trên trang của trường. false: không tìm.
  "heal": true,
  // Số bài giữ lại của mỗi trường.
  "keep": 500,
  // Mỗi trường: id không đổi về sau; news, documents, gallery là địa chỉ nguồn, hoặc danh sách địa chỉ.
  // Chưa biết nguồn? Chạy: tct-hub discover https://trang-của-trường
  // Gỡ bài ngay: "hide": ["từ trong tiêu đề", "https://địa-chỉ-bài"]. Hỏi thưa hoặc dày hơn: { "url": "…", "every": 30 } (phút).
  // Tạm dừng một nguồn, tin cũ vẫn còn: { "url": "…", "active": false }.
  "schools": [
    { "id": "ninh-binh", "name": "Trường Chính trị tỉnh Ninh Bình", "home": "http://truongchinhtrinb.edu.vn/" },
    {
      "id": "ha-nam", "name": "Trường Chính trị tỉnh Hà Nam", "home": "http://truongchinhtri.hanam.gov.vn/",
      // Tỉnh đã sáp nhập (7/2025): không hỏi nữa, tin cũ vẫn còn.
      "active": false, "successor": "ninh-binh"
    },
    {
      "id": "nam-dinh", "name": "Trường Chính trị Trường Chinh tỉnh Nam Định", "home": "http://truongchinhtritruongchinhnd.gov.vn/",
      "active": false, "successor": "ninh-binh"
    },
    { "id": "hung-yen", "name": "Trường Chính trị Nguyễn Văn Linh tỉnh Hưng Yên", "home": "http://truongchinhtringuyenvanlinhhy.org.vn/" },
    { "id": "hai-phong", "name": "Trường Chính trị Tô Hiệu thành phố Hải Phòng", "home": "http://truongchinhtritohieu.haiphong.gov.vn/" },
    {
      "id": "hai-duong", "name": "Trường Chính trị tỉnh Hải Dương", "home": "http://truongchinhtri.haiduong.org.vn/",
      "active": false, "successor": "hai-phong"
    },
    // Hai trường cùng tên Nguyễn Văn Cừ: phân biệt bằng id.
    { "id": "bac-ninh", "name": "Trường Chính trị Nguyễn Văn Cừ tỉnh Bắc Ninh", "home": "http://nvc-bn.edu.vn/" }
    // Chưa rõ trang của: Thái Bình (nay thuộc Hưng Yên), Vĩnh Phúc (nay thuộc Phú Thọ), Quảng Ninh, Hà Nội.
    // Trang không có RSS đọc được bằng bộ chọn CSS:
    // { "id": "quang-ninh", "name": "Trường Đào tạo cán bộ Nguyễn Văn Cừ", "home": "https://truong.example/",
    //   "news": { "url": "https://truong.example/tin-tuc", "kind": "page", "item": ".tin", "date": ".ngay", "next": "a.tiep" } }
  ],
  // Nơi lấy thời tiết (Open-Meteo).
  "places": [
    { "id": "ha-noi", "name": "Hà Nội", "latitude": 21.0245, "longitude": 105.8412 },
    { "id": "da-nang", "name": "Đà Nẵng", "latitude": 16.07, "longitude": 108.22 },
    { "id": "ho-chi-minh", "name": "TP Hồ Chí Minh", "latitude": 10.823, "longitude": 106.6296 }
  ]
}
`;
