import type { EntryKind } from '../../manifest.ts';

/** Descriptions by the names of entries; that of the default slot is ''. */
type Entries = Partial<Record<EntryKind, Record<string, string>>>;

interface VietnameseTexts {
  elements: Record<string, Entries & { description: string }>;
  /** Of entries that several elements have, unless an element has a text of its own. */
  shared: Entries;
  types: Record<string, { description: string; fields?: Record<string, string> }>;
}

/** The descriptions of the reference in Vietnamese. The English ones are the documentation comments in the code. */
export const VI: VietnameseTexts = {
  shared: {
    attributes: {
      src: 'Địa chỉ các nguồn tin, cách nhau bằng dấu cách; không ghi thì là trạm thu tin chứa script',
      school: 'Mã các trường cần hiện, cách nhau bằng dấu cách; không ghi thì là mọi trường',
      heading: 'Tiêu đề; để rỗng thì không có tiêu đề',
      'heading-level': 'Cấp của tiêu đề, từ 1 đến 6',
      theme: 'Bộ màu và kiểu dáng có sẵn; `auto` lấy màu và kiểu chữ của trang',
      refresh: 'Số phút giữa hai lần tự làm mới, khi trang đang được xem; 0 là không bao giờ',
      loading: 'Tải khối ngay, không đợi người xem cuộn tới gần',
      debug: 'Hiện dưới khối bảng gỡ lỗi: nó cho biết khối đã hỏi gì, nhận gì, điều gì sai và cách sửa',
      target: 'Nơi mở liên kết, ví dụ `_blank`',
      lang: 'Ngôn ngữ; có thể là ngôn ngữ khác nếu trang đã thêm. Không ghi thì là `lang` của phần tử bao ngoài gần nhất, không có nữa thì là `vi`',
    },
    members: {
      feed: 'Dữ liệu mà script của trang đã có sẵn. Khối hiện dữ liệu ấy thay cho `src`, và không gửi yêu cầu nào.',
      reload: 'Tải lại các nguồn ngay, và đợi mọi nguồn trả lời. Promise vẫn hoàn tất dù có nguồn hỏng.',
    },
    events: {
      'tct-load': 'Một nguồn đã được đọc, `detail.feed`',
      'tct-error': 'Một nguồn không đọc được; `detail.error` nói vì sao, `detail.url` là nguồn nào',
    },
    slots: { '': 'Nội dung dự phòng: hiện đến khi có dữ liệu, và ở lại nếu dữ liệu không đến' },
    cssStates: {
      loading: 'Chưa nhận được gì',
      ready: 'Đang hiện những gì đã nhận',
      empty: 'Đã nhận dữ liệu, nhưng trong đó không có gì để hiện',
      error: 'Không tải được gì',
      stale: 'Không nguồn nào trả lời; đang hiện bản đã lưu',
    },
    cssParts: {
      heading: 'Tiêu đề',
      search: 'Ô tìm kiếm',
      more: 'Nút “Xem thêm”',
      error: 'Thông báo và nút thử lại, khi không tải được gì',
    },
    cssProperties: {
      '--tct-on-accent': 'Màu chữ trên màu nhấn (đen hoặc trắng, màu nào tương phản hơn)',
      '--tct-color': 'Màu chữ (theo trang)',
      '--tct-font': 'Kiểu chữ (theo trang)',
      '--tct-title-font': 'Kiểu chữ của tiêu đề khối và tiêu đề bài khi có `theme` (như phần chữ còn lại)',
      '--tct-font-size': 'Cỡ chữ; mọi kích thước khác tỉ lệ theo cỡ này (theo trang)',
      '--tct-line': 'Màu các đường kẻ (xám nửa trong suốt)',
      '--tct-gap': 'Khoảng cách, kể cả giữa hai khối',
      '--tct-radius': 'Độ bo góc',
    },
  },
  elements: {
    'tct-latest-news': {
      description: 'Hiện tin mới của các trường.',
      attributes: {
        limit: 'Số tin hiện ban đầu, và thêm mỗi lần bấm “Xem thêm”',
        layout:
          'Cách trình bày: danh sách, thẻ ảnh, tin nổi bật, gọn, theo ngày; `compact` hợp cột hẹp từ 160 px, `timeline` nhóm tin theo ngày',
        'new-for':
          'Số ngày một bài còn mang dấu “Mới”, 0 là không bao giờ; nhiều nhất là nửa số tin hiện ban đầu',
        tag: 'Chỉ hiện bài có nhãn này, không phân biệt chữ hoa chữ thường',
        search: 'Có ô tìm kiếm',
        filters: 'Có nút lọc theo trường và theo nhãn; ghi `school` hoặc `tag` thì chỉ một loại',
        'state-in-url':
          'Giữ từ tìm và bộ lọc trong địa chỉ của trang, ở các tham số có tiền tố này; không ghi giá trị thì tiền tố là `tin`',
        share: 'Có nút chia sẻ, hoặc sao chép liên kết, ở mỗi tin',
        'merge-same': 'Tin nhiều trường cùng đăng chỉ hiện một lần, kèm tên các trường khác',
        'more-href': 'Địa chỉ mà “Xem thêm” dẫn tới, thay vì hiện thêm tin tại chỗ',
      },
      members: {
        renderItem:
          'Thay cách hiện một tin. Trả về bất cứ thứ gì Lit hiện được: một mẫu, văn bản hay một nút DOM.',
      },
      events: {
        'tct-select': 'Người xem chọn một tin, `detail.item`; hủy sự kiện để tự xử lý',
      },
      cssParts: {
        list: 'Danh sách tin',
        item: 'Một tin',
        title: 'Tiêu đề tin, liên kết tới bài gốc',
        badge: 'Dấu của tin mới',
        meta: 'Ngày, trường, người viết và lượt xem',
        summary: 'Tóm tắt',
        image: 'Ảnh',
        filters: 'Một hàng nút lọc',
        chip: 'Một nút lọc',
        share: 'Nút chia sẻ một tin',
        day: 'Tiêu đề của một ngày, khi tin xếp theo ngày',
        more: 'Nút hoặc liên kết “Xem thêm”',
      },
      cssProperties: {
        '--tct-accent': 'Màu nhấn: đường kẻ dưới tiêu đề khối, dấu “Mới” và nút lọc đang chọn',
        '--tct-density': 'Hệ số khoảng cách giữa các hàng',
      },
    },
    'tct-document-list': {
      description:
        'Hiện văn bản của các trường thành bảng, hoặc thành thẻ ở chỗ hẹp; tìm, lọc và sắp xếp ngay trong trang.',
      attributes: {
        limit: 'Số văn bản hiện ban đầu, và thêm mỗi lần bấm “Xem thêm” hoặc hiện ở mỗi trang',
        columns:
          'Tên các cột theo thứ tự muốn có, cách nhau bằng dấu cách (lần lượt: số ký hiệu, ngày ban hành, trích yếu, loại, cơ quan ban hành, người ký, lĩnh vực, trường, hiệu lực, tệp); không ghi thì là tất cả, trừ signer và field, miễn là có văn bản nào ghi; ở bảng hẹp, vài cột nằm dưới trích yếu',
        pages: 'Chia thành trang đánh số, thay cho “Xem thêm”',
        'no-tools': 'Ẩn ô tìm, bộ lọc, phần chọn cột và cỡ trang, và nút tải CSV',
        'state-in-url':
          'Giữ từ tìm, bộ lọc, thứ tự, trang, cỡ trang và các cột trong địa chỉ của trang, ở các tham số có tiền tố này; không ghi giá trị thì tiền tố là `vb`',
      },
      members: {
        renderItem:
          'Thay cách hiện một văn bản. Trả về bất cứ thứ gì Lit hiện được: một mẫu, văn bản hay một nút DOM.',
      },
      events: {
        'tct-select': 'Người xem chọn một văn bản, `detail.item`; hủy sự kiện để tự xử lý',
      },
      cssParts: {
        filters: 'Bộ lọc',
        options: 'Phần chọn cột và cỡ trang, và nút tải CSV',
        list: 'Bảng',
        item: 'Một văn bản',
        title: 'Trích yếu, liên kết tới văn bản gốc',
        meta: 'Số văn bản tìm thấy',
        more: 'Nút “Xem thêm”, hoặc các nút trang trước, trang sau',
      },
      cssProperties: {
        '--tct-accent': 'Màu nhấn: đường kẻ dưới tiêu đề khối và chữ tìm thấy',
      },
    },
    'tct-weather': {
      description: 'Hiện thời tiết: lúc này, 24 giờ tới và một tuần; hoặc nhiều nơi cạnh nhau.',
      attributes: {
        src: 'Địa chỉ tệp `weather.json` của trạm, hoặc, khi có `latitude` và `longitude`, địa chỉ máy chủ kiểu Open-Meteo; không ghi thì là trạm thu tin chứa script',
        school: 'Không có tác dụng: thời tiết thuộc về nơi, không thuộc về trường',
        places:
          'Mã các nơi đưa ra để chọn hoặc hiện cạnh nhau, cách nhau bằng dấu cách, theo thứ tự này; không ghi thì là mọi nơi',
        latitude: 'Vĩ độ, tính bằng độ, để hỏi máy chủ ghi trong `src`',
        longitude: 'Kinh độ, tính bằng độ, để hỏi máy chủ ghi trong `src`',
        layout:
          '`full` hiện đầy đủ, `compact` hiện lúc này và các ngày, `now` chỉ hiện lúc này, `strip` hiện các nơi cạnh nhau',
        limit: 'Số ngày',
        'no-memory': 'Không nhớ nơi người xem đã chọn',
      },
      members: {
        renderItem:
          'Thay cách hiện nơi đang chọn. Trả về bất cứ thứ gì Lit hiện được: một mẫu, văn bản hay một nút DOM.',
      },
      events: {
        'tct-load': 'Một nguồn đã được đọc; `detail.feed.places` là các câu trả lời, nguyên như nguồn gửi',
        'tct-select': 'Người xem chọn một nơi, `detail.item`; hủy sự kiện thì nơi đang hiện giữ nguyên',
      },
      cssParts: {
        place: 'Tên nơi, hoặc hộp chọn nơi',
        now: 'Thời tiết lúc này',
        temperature: 'Nhiệt độ lúc này',
        warnings: 'Cảnh báo cho 24 giờ tới',
        facts: 'Độ ẩm, gió và các số liệu khác',
        chart: 'Biểu đồ 24 giờ tới',
        list: 'Danh sách ngày, hoặc danh sách nơi khi các nơi cạnh nhau',
        item: 'Một ngày, hoặc một nơi',
        meta: 'Giờ lấy dự báo, và nguồn',
      },
      cssProperties: {
        '--tct-accent': 'Màu nhấn: đường kẻ dưới tiêu đề khối và các cảnh báo',
        '--tct-sun': 'Màu mặt trời, mặt trăng và sét, của đường và thanh nhiệt độ',
        '--tct-rain': 'Màu mưa',
      },
    },
    'tct-gallery': {
      description:
        'Hiện ảnh của các trường thành lưới, hàng, băng ảnh hay bìa album, và mở ảnh to trên nền tối. Không phát video: bài chỉ có video dẫn tới trang của bài.',
      attributes: {
        src: 'Địa chỉ các nguồn, cách nhau bằng dấu cách; không ghi thì là các ảnh trong thẻ, không có nữa thì là trạm thu tin chứa script',
        limit: 'Số ảnh hay album hiện ban đầu, và thêm mỗi lần bấm “Xem thêm”',
        layout:
          '`grid` cắt ảnh theo một tỉ lệ; `justified` giữ nguyên tỉ lệ, xếp thành hàng cao bằng nhau; `carousel` là một hàng để cuộn; `albums` hiện bìa các album, bấm vào thì thấy ảnh',
        captions: 'Hiện chú thích cả trong `grid` và `justified`',
        autoplay:
          'Số giây giữa hai ảnh, khi băng ảnh tự chuyển; 0 là không tự chuyển, không ghi giá trị thì là 6',
        download: 'Cho tải ảnh về',
        'no-share': 'Không đưa địa chỉ của từng ảnh, và không đổi địa chỉ của trang',
        target: 'Nơi mở liên kết sang trang khác, ví dụ `_blank`',
      },
      members: {
        renderItem:
          'Thay cách hiện một ảnh, hoặc một album: khi ấy hàm nhận ảnh đầu tiên. Trả về bất cứ thứ gì Lit hiện được: một mẫu, văn bản hay một nút DOM.',
      },
      events: {
        'tct-select':
          'Người xem chọn một ảnh, `detail.photo`, hoặc một album, `detail.item`; hủy sự kiện để tự xử lý',
      },
      slots: {
        '': 'Các liên kết bao quanh ảnh nhỏ, để hiện thành thư viện; hoặc nội dung dự phòng: hiện đến khi có dữ liệu, và ở lại nếu dữ liệu không đến',
      },
      cssParts: {
        list: 'Danh sách ảnh',
        item: 'Một ảnh hay một album',
        title: 'Liên kết bao quanh một ảnh, hoặc quanh bìa và tên một album',
        back: 'Nút từ một album trở về mọi album',
        image: 'Hình',
        caption: 'Chú thích ảnh, cả khi xem ảnh to',
        meta: 'Số ảnh, ngày và trường của một album; người chụp, khi xem ảnh to',
        turn: 'Các nút trước, sau và tạm dừng của băng ảnh và phần xem ảnh to',
        lightbox: 'Phần xem ảnh to, một hộp thoại',
      },
      cssProperties: {
        '--tct-columns': 'Số cột của lưới (2 đến 6, tùy bề rộng)',
        '--tct-ratio': 'Tỉ lệ của hình, trừ khi `justified`',
        '--tct-accent': 'Màu nhấn: đường kẻ dưới tiêu đề khối',
      },
    },
  },
  types: {
    Attachment: {
      description: 'Tệp của một văn bản, ảnh của một album, hoặc tệp kèm bài.',
      fields: {
        mime_type: '`application/octet-stream` nếu cả nguồn lẫn địa chỉ đều không cho biết kiểu.',
        _tct: 'Kích thước tính bằng px; `thumbnail` là một địa chỉ, `alt` là văn bản thay thế.',
      },
    },
    Author: { description: 'Một người, không bao giờ là trường; trường ở `_tct.school`.' },
    Conditions: { description: 'Thời tiết lúc này.', fields: { is_day: '0 là ban đêm.' } },
    Day: { description: 'Dự báo cho một ngày.', fields: { time: '`YYYY-MM-DD`.' } },
    DocumentContext: {
      description: 'Tham số thứ hai của `renderItem`.',
      fields: { school: 'Tên trường của văn bản, nếu khối hiện nhiều trường.' },
    },
    DocumentFacts: {
      description: 'Thông tin của một văn bản. Ngày là ngày trên lịch, `YYYY-MM-DD`.',
      fields: {
        number: 'Số, ký hiệu, ví dụ `123/QĐ-TCT`.',
        type: 'Loại, ví dụ `Quyết định`.',
        field: 'Lĩnh vực.',
        issuer: 'Cơ quan ban hành.',
        signer: 'Người ký.',
        replaces: 'Số của văn bản mà văn bản này thay thế.',
      },
    },
    ErrorDetail: {
      description: '`detail` của `tct-error`: vì sao một nguồn không đọc được.',
      fields: {
        error: 'Lỗi đã xảy ra: `FeedError` nói bằng cả hai thứ tiếng đã nhận được gì thay cho nguồn tin.',
        url: 'Địa chỉ đã hỏi; rỗng nếu không có địa chỉ nào để hỏi.',
      },
    },
    Feed: { description: 'Một danh sách bài, như các bộ đọc trả về và trạm xuất bản.' },
    ForecastList: {
      description:
        'Dữ liệu của `<tct-weather>`: tệp `weather.json` của trạm, hoặc câu trả lời của Open-Meteo cho một hay nhiều nơi.',
    },
    ForecastResponse: {
      description:
        'Một nơi, nguyên như nguồn gửi: câu trả lời của Open-Meteo, trạm ghi thêm `id`, `name` và `fetched_at`.',
      fields: { fetched_at: 'ISO 8601.' },
    },
    Hour: { description: 'Dự báo cho một giờ.' },
    ImageCopy: { description: 'Một tệp của một ảnh.', fields: { width: 'Tính bằng px, nếu biết.' } },
    Item: {
      description: 'Một tin, một văn bản hay một album ảnh.',
      fields: {
        id: 'Mã của bài trong nguồn, không có thì là địa chỉ đã chuẩn hóa, không có nữa thì tính từ tiêu đề và nội dung. Không trùng trong một danh sách.',
        url: 'Trang của bài.',
        summary: 'Một dòng, nhiều nhất 600 ký tự, cắt ở ranh giới từ.',
        content_text:
          'Nhiều nhất 2.000 ký tự, mỗi đoạn một dòng, cắt ở ranh giới từ; rỗng nếu nguồn không đưa nội dung.',
        date_published:
          'Giờ Việt Nam, luôn là `YYYY-MM-DDTHH:mm:ss+07:00`, nên xếp theo chữ cũng là xếp theo thời gian.',
        '_tct.school': 'Mã trường, trong danh sách của nhiều trường.',
        '_tct.precision': '`date_published` chính xác tới đâu.',
      },
    },
    ItemContext: {
      description: 'Tham số thứ hai của `renderItem`.',
      fields: {
        isNew: 'Bài có mang dấu “Mới” không; xem `new-for`.',
        school: 'Tên trường của bài, nếu khối hiện nhiều trường.',
        now: 'Số mili giây từ đầu năm 1970.',
      },
    },
    LoadDetail: {
      description: '`detail` của `tct-load`: dữ liệu của một nguồn.',
      fields: {
        feed: 'Dữ liệu đã đọc.',
        url: 'Nơi lấy dữ liệu; rỗng nếu dữ liệu do script hay thẻ của trang đưa vào.',
      },
    },
    Locale: {
      description:
        'Mọi câu chữ của các khối trong một ngôn ngữ. Trang thêm ngôn ngữ, hoặc thay câu chữ, bằng `addLocale` hay, khi dùng thẻ script, bằng `tct.locales`.',
      fields: {
        lang: 'Mã ngôn ngữ (BCP 47) để so với thuộc tính `lang`: `vi`, `en`.',
        failed: 'Hiện cùng nút thử lại, khi không đọc được nguồn nào.',
        newBadge: 'Dấu của bài mới.',
        missing: 'Nêu tên các nguồn không đọc được, khi các nguồn khác đọc được.',
        stale: 'Hiện cùng bản đã lưu; `when` là giờ lưu (`00:20`), thêm ngày nếu không phải hôm nay.',
        date: 'Ghi ngày giờ để hiện (“5 phút trước”, “Hôm nay 15:56”, “27/07/2022”), không chi tiết hơn `precision`; rỗng nếu không có ngày như thế.',
        fullDate: 'Ghi ngày đầy đủ cho trình đọc màn hình; rỗng nếu không có ngày như thế.',
        documents: 'Câu chữ của riêng một khối. Bản tiếng Việt đi cùng khối, để khối khác không phải tải.',
      },
    },
    Outlook: {
      description: 'Phần dự báo tính từ lúc này.',
      fields: {
        hours: 'Trong 24 giờ tới, những giờ có dự báo.',
        run: 'Từ giờ này trở đi, chừng nào chưa thiếu giờ nào.',
        days: 'Từ hôm nay trở đi.',
        day: 'Hôm nay, nếu có dự báo.',
        today: '`YYYY-MM-DD`.',
      },
    },
    Photo: {
      description: 'Một ảnh với mọi cỡ của nó; hoặc, trong danh sách ảnh, một bài chỉ có video.',
      fields: {
        item: 'Album hay bài có ảnh này.',
        url: 'Địa chỉ ảnh gốc, hoặc trang có video.',
        isVideo: 'Đây có phải là video không; thư viện ảnh không phát video mà dẫn tới trang của trường.',
        copies: 'Từ nhỏ nhất đến ảnh gốc; không bao giờ rỗng, trừ video không có hình.',
        width: 'Bề rộng của ảnh gốc, tính bằng px, nếu biết.',
        ratio:
          'Bề rộng chia cho chiều cao; nếu nguồn không cho biết thì thiếu, đến khi cách trình bày `justified` đã tải ảnh.',
        alt: 'Văn bản thay thế; rỗng nếu không có.',
      },
    },
    PhotoContext: {
      description: 'Tham số thứ hai của `renderItem`.',
      fields: {
        school: 'Tên trường của ảnh, nếu khối hiện nhiều trường.',
        open: 'Mở ảnh to, hoặc mở album; để gọi khi có cú bấm.',
      },
    },
    PhotoSelectDetail: {
      description: '`detail` của `tct-select` ở thư viện ảnh: album hoặc bài, và ảnh nếu một ảnh được mở to.',
      fields: { photo: 'Ảnh được mở; thiếu nếu một album được mở.' },
    },
    PlaceForecast: {
      description: 'Thời tiết của một nơi.',
      fields: {
        name: 'Rỗng nếu hỏi bằng tọa độ.',
        fetched: 'Lúc lấy dự báo (số mili giây từ đầu năm 1970).',
        offset: 'Giờ tại chỗ sớm hơn giờ UTC bao nhiêu mili giây.',
      },
    },
    School: { description: 'Một trường có bài trong danh sách.' },
    SelectDetail: {
      description: '`detail` của `tct-select`: tin, văn bản, bài có ảnh, hoặc nơi được chọn.',
      fields: { item: 'Tin, văn bản, album hoặc bài có ảnh, hoặc nơi được chọn.' },
    },
    WeatherContext: {
      description: 'Tham số thứ hai của `renderItem`.',
      fields: { outlook: 'Dự báo tính từ lúc này.' },
    },
  },
};
