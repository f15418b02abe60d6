package io.casewire.intake.classification;

/**
 * The short forms of Traditional characters that are common in messages about money and accounts.
 * Not a full table: it only lets both ways of writing share what was learned.
 */
final class TraditionalForms {

  private static final String PAIRS =
      """
      帳账賬账戶户號号碼码錄录驗验證证認认識识別别凍冻結结請请問问錢钱銀银領领現现轉转匯汇費费額额單单據据資资訊讯電电話话郵邮簡简聯联絡络絕绝訂订購购\
      買买賣卖貨货價价實实際际顯显試试開开關关閉闭銷销刪删註注冊册換换變变設设連连線线網网頁页點点擊击詐诈騙骗釣钓魚鱼偽伪裝装遠远來来對对發发還还沒没\
      無无這这個个們们說说為为麼么樣样時时間间後后從从給给讓让過过進进裡里裏里會会應应該该幾几長长幫帮壞坏嗎吗幣币賠赔償偿訴诉態态務务員员機机構构報报\
      導导檔档聽听寫写盡尽處处離离補补釋释護护書书審审舊旧損损兩两雙双積积響响將将獎奖讚赞評评優优圖图國国場场車车門门馬马風风險险類类題题總总經经營营\
      業业與与簽签調调貴贵錯错誤误隱隐確确權权責责議议計计記记詳详細细紅红級级約约終终統统續续維维繳缴負负稅税飛飞飯饭館馆廣广廳厅歷历壓压佔占傳传債债\
      傷伤側侧備备僅仅儘尽東东極极歡欢歲岁滿满漲涨滯滞熱热狀状獨独環环畫画異异當当療疗監监盤盘眾众礎础禮礼種种稱称穩稳竊窃節节範范紀纪納纳紙纸組组絲丝\
      編编緩缓縮缩聲声職职脫脱臉脸興兴舉举華华萬万葉叶薦荐藝艺術术複复見见規规視视覺觉觀观親亲訪访許许診诊詢询誰谁課课講讲謝谢譯译讀读財财貧贫販贩貸贷\
      賀贺賺赚質质輸输辦办農农適适選选遲迟遺遗醫医針针鎖锁鍵键鏈链隊队階阶隨随難难雜杂雖虽靜静頭头順顺預预顏颜願愿驚惊體体鬆松黨党係系\
      """;

  private static final char[] SIMPLIFIED = table();

  private TraditionalForms() {}

  /** The short form of a character, or the character itself. */
  static char simplified(char c) {
    char known = SIMPLIFIED[c];
    return known == 0 ? c : known;
  }

  private static char[] table() {
    char[] simplified = new char[Character.MAX_VALUE + 1];
    String pairs = PAIRS.strip();
    for (int i = 0; i < pairs.length(); i += 2) {
      simplified[pairs.charAt(i)] = pairs.charAt(i + 1);
    }
    return simplified;
  }
}
