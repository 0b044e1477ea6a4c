/// Of whom a bulletin speaks at a place of its text.
struct BulletinScope: Sendable {
  /// What 其中 or a bracket opens: parts of a group, of an amount, or of a count.
  struct Part: Sendable {
    let parent: Int?
    /// The amount that is parted.
    let base: Int?
    /// The count that is parted.
    let count: Int?
    let isBracket: Bool
    /// How many figures stand before it.
    let start: Int
    /// The division that the group stands in, which goes on when the parts end.
    var division = 0
    /// Whether 其中 stands amid a sentence, behind figures of the group.
    var isAmidSentence = false
    /// Whether they are parts of things that one sentence alone speaks of: 31个未开工项目中.
    var isLocal = false
    /// Whether what they are parts of was not read.
    var isOfLost = false
    /// Whether a time was named within.
    var isTimed = false
    /// Whether a part was named, so that the list goes on after a semicolon.
    var isNamed = false
  }

  /// The group that is spoken of; nil for the whole.
  var subject: Int?
  /// The group that the paragraph is about.
  var home: Int?
  /// The group that was spoken of where the sentence began.
  var opening: Int?
  var part: Part?
  /// The part that a nested one stands in.
  var outer: Part?
  /// The division of the list that the paragraph has, and the one that its parts are in.
  var listing = 0
  var division = 0
  /// Whether it is settled what the paragraph is about.
  var isSettled = false
  /// The time that the sentence named last.
  var time: FoldedText?
  /// What a comparison refers to.
  var label: FoldedText?
  /// What one in percent refers to where the last figure is a share of something planned, which does not grow: the
  /// amount before it.
  var amountLabel: FoldedText?
  /// What a share that follows an amount is of: 占年度计划60亿元的76%.
  var share: FoldedText?
  /// What shares without a name are of, as a heading of the list says.
  var shareName: FoldedText?
  /// How far the things counted last have come, which a further count shares: 48个专项、403个项目.
  var state: FoldedText?
  /// How far those have come that a sentence below 其中 begins with counting: 计划新开工22项.
  var openingState: FoldedText?
  /// How many counts of a state stand in the sentence, of which no other figure is.
  var bareStates = 0
  /// How many groups the sentence has counted of which no other figure is yet.
  var pending = 0
  /// How many subjects of the sentence have a count of a state and nothing else.
  var stateSubjects = 0
  /// Whether a clause without figures has named the subject: 基础设施领域,….
  var isHeaded = false
  /// Whether a sentence was nothing but the name of what the paragraph is about.
  var isNamedAlone = false
  /// Whether what follows may be of two subjects, so that it is of none.
  var isOpen = false
  /// The word by which a clause before says that what follows is to be: 力争.
  var intention: FoldedText?
  /// Whether a clause has said of works that they are planned, as those are that others of its sentence name by their verbs.
  var arePlanned = false
  /// Whether the stretch says what somebody has to do, up to where it tells of what has been.
  var isTasked = false
  /// Whether a clause has named things that nobody has counted, of which the figures after it are: 一批甲类项目.
  var isUncounted = false
  /// Whether a clause has named what it could not be told from, of which figures that name nothing may be:
  /// 高标准农田建设如火如荼,开工8个.
  var isOfOther = false
  /// Whether a clause has told when works began or ended that are no group, of which all that follows may be.
  var isOfWorks = false
  /// Whether what a sentence begins with may be of the part before its semicolon, or of the whole.
  var isUncertain = false
  /// Whether the last amount was not read, so that parts cannot be those of it.
  var hasLostAmount = false
  /// Whether the last figure that was left is a count that the next one stands behind in one clause: 3个领域项目投资占比84%.
  var hasLeftAmidClause = false
  /// Whether that count stands behind a list of some of those that it counts: 甲、乙等8个|项目完成投资12亿元.
  var hasLeftList = false
  /// What the last count that was left counts, so that others of the same may be parts of it.
  var leftNoun = FoldedText.empty
  /// Whether the text is an item of a list.
  var isItem = false
  /// Whether the text speaks of where money comes from.
  var isSourced = false

  /// Forgets what holds within one sentence only.
  mutating func beginSentence() {
    opening = subject
    bareStates = 0
    stateSubjects = 0
    pending = 0
    isHeaded = false
    isOpen = false
    isUncounted = false
    leftNoun = .empty
    isOfWorks = false
    label = nil
    amountLabel = nil
    state = nil
    openingState = nil
    share = nil
  }
}
