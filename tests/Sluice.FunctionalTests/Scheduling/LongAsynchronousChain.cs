namespace Sluice.FunctionalTests.Scheduling;

/// <summary>A chain of 1000 asynchronous stages, each of which adds one: as plain as it is long.</summary>
[Pipeline]
internal sealed partial class LongAsynchronousChain(Func<int, ValueTask<int>> step)
{
    [return: From(nameof(Stage1000))]
    public partial ValueTask<int> RunAsync(int start);

    public partial ValueTask<(int Stage1000, long Beside)> RunBesideAsync(int start);

    [Stage]
    private async ValueTask<long> BesideAsync([From("start")] int start) => await step(start);

    [Stage]
    private ValueTask<int> Stage0001([From("start")] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0002([From(nameof(Stage0001))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0003([From(nameof(Stage0002))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0004([From(nameof(Stage0003))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0005([From(nameof(Stage0004))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0006([From(nameof(Stage0005))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0007([From(nameof(Stage0006))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0008([From(nameof(Stage0007))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0009([From(nameof(Stage0008))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0010([From(nameof(Stage0009))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0011([From(nameof(Stage0010))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0012([From(nameof(Stage0011))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0013([From(nameof(Stage0012))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0014([From(nameof(Stage0013))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0015([From(nameof(Stage0014))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0016([From(nameof(Stage0015))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0017([From(nameof(Stage0016))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0018([From(nameof(Stage0017))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0019([From(nameof(Stage0018))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0020([From(nameof(Stage0019))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0021([From(nameof(Stage0020))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0022([From(nameof(Stage0021))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0023([From(nameof(Stage0022))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0024([From(nameof(Stage0023))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0025([From(nameof(Stage0024))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0026([From(nameof(Stage0025))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0027([From(nameof(Stage0026))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0028([From(nameof(Stage0027))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0029([From(nameof(Stage0028))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0030([From(nameof(Stage0029))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0031([From(nameof(Stage0030))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0032([From(nameof(Stage0031))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0033([From(nameof(Stage0032))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0034([From(nameof(Stage0033))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0035([From(nameof(Stage0034))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0036([From(nameof(Stage0035))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0037([From(nameof(Stage0036))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0038([From(nameof(Stage0037))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0039([From(nameof(Stage0038))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0040([From(nameof(Stage0039))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0041([From(nameof(Stage0040))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0042([From(nameof(Stage0041))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0043([From(nameof(Stage0042))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0044([From(nameof(Stage0043))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0045([From(nameof(Stage0044))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0046([From(nameof(Stage0045))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0047([From(nameof(Stage0046))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0048([From(nameof(Stage0047))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0049([From(nameof(Stage0048))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0050([From(nameof(Stage0049))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0051([From(nameof(Stage0050))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0052([From(nameof(Stage0051))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0053([From(nameof(Stage0052))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0054([From(nameof(Stage0053))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0055([From(nameof(Stage0054))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0056([From(nameof(Stage0055))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0057([From(nameof(Stage0056))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0058([From(nameof(Stage0057))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0059([From(nameof(Stage0058))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0060([From(nameof(Stage0059))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0061([From(nameof(Stage0060))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0062([From(nameof(Stage0061))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0063([From(nameof(Stage0062))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0064([From(nameof(Stage0063))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0065([From(nameof(Stage0064))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0066([From(nameof(Stage0065))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0067([From(nameof(Stage0066))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0068([From(nameof(Stage0067))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0069([From(nameof(Stage0068))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0070([From(nameof(Stage0069))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0071([From(nameof(Stage0070))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0072([From(nameof(Stage0071))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0073([From(nameof(Stage0072))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0074([From(nameof(Stage0073))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0075([From(nameof(Stage0074))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0076([From(nameof(Stage0075))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0077([From(nameof(Stage0076))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0078([From(nameof(Stage0077))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0079([From(nameof(Stage0078))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0080([From(nameof(Stage0079))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0081([From(nameof(Stage0080))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0082([From(nameof(Stage0081))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0083([From(nameof(Stage0082))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0084([From(nameof(Stage0083))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0085([From(nameof(Stage0084))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0086([From(nameof(Stage0085))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0087([From(nameof(Stage0086))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0088([From(nameof(Stage0087))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0089([From(nameof(Stage0088))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0090([From(nameof(Stage0089))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0091([From(nameof(Stage0090))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0092([From(nameof(Stage0091))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0093([From(nameof(Stage0092))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0094([From(nameof(Stage0093))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0095([From(nameof(Stage0094))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0096([From(nameof(Stage0095))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0097([From(nameof(Stage0096))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0098([From(nameof(Stage0097))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0099([From(nameof(Stage0098))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0100([From(nameof(Stage0099))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0101([From(nameof(Stage0100))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0102([From(nameof(Stage0101))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0103([From(nameof(Stage0102))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0104([From(nameof(Stage0103))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0105([From(nameof(Stage0104))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0106([From(nameof(Stage0105))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0107([From(nameof(Stage0106))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0108([From(nameof(Stage0107))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0109([From(nameof(Stage0108))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0110([From(nameof(Stage0109))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0111([From(nameof(Stage0110))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0112([From(nameof(Stage0111))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0113([From(nameof(Stage0112))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0114([From(nameof(Stage0113))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0115([From(nameof(Stage0114))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0116([From(nameof(Stage0115))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0117([From(nameof(Stage0116))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0118([From(nameof(Stage0117))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0119([From(nameof(Stage0118))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0120([From(nameof(Stage0119))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0121([From(nameof(Stage0120))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0122([From(nameof(Stage0121))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0123([From(nameof(Stage0122))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0124([From(nameof(Stage0123))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0125([From(nameof(Stage0124))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0126([From(nameof(Stage0125))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0127([From(nameof(Stage0126))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0128([From(nameof(Stage0127))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0129([From(nameof(Stage0128))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0130([From(nameof(Stage0129))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0131([From(nameof(Stage0130))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0132([From(nameof(Stage0131))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0133([From(nameof(Stage0132))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0134([From(nameof(Stage0133))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0135([From(nameof(Stage0134))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0136([From(nameof(Stage0135))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0137([From(nameof(Stage0136))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0138([From(nameof(Stage0137))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0139([From(nameof(Stage0138))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0140([From(nameof(Stage0139))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0141([From(nameof(Stage0140))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0142([From(nameof(Stage0141))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0143([From(nameof(Stage0142))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0144([From(nameof(Stage0143))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0145([From(nameof(Stage0144))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0146([From(nameof(Stage0145))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0147([From(nameof(Stage0146))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0148([From(nameof(Stage0147))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0149([From(nameof(Stage0148))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0150([From(nameof(Stage0149))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0151([From(nameof(Stage0150))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0152([From(nameof(Stage0151))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0153([From(nameof(Stage0152))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0154([From(nameof(Stage0153))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0155([From(nameof(Stage0154))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0156([From(nameof(Stage0155))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0157([From(nameof(Stage0156))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0158([From(nameof(Stage0157))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0159([From(nameof(Stage0158))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0160([From(nameof(Stage0159))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0161([From(nameof(Stage0160))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0162([From(nameof(Stage0161))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0163([From(nameof(Stage0162))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0164([From(nameof(Stage0163))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0165([From(nameof(Stage0164))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0166([From(nameof(Stage0165))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0167([From(nameof(Stage0166))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0168([From(nameof(Stage0167))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0169([From(nameof(Stage0168))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0170([From(nameof(Stage0169))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0171([From(nameof(Stage0170))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0172([From(nameof(Stage0171))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0173([From(nameof(Stage0172))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0174([From(nameof(Stage0173))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0175([From(nameof(Stage0174))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0176([From(nameof(Stage0175))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0177([From(nameof(Stage0176))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0178([From(nameof(Stage0177))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0179([From(nameof(Stage0178))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0180([From(nameof(Stage0179))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0181([From(nameof(Stage0180))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0182([From(nameof(Stage0181))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0183([From(nameof(Stage0182))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0184([From(nameof(Stage0183))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0185([From(nameof(Stage0184))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0186([From(nameof(Stage0185))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0187([From(nameof(Stage0186))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0188([From(nameof(Stage0187))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0189([From(nameof(Stage0188))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0190([From(nameof(Stage0189))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0191([From(nameof(Stage0190))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0192([From(nameof(Stage0191))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0193([From(nameof(Stage0192))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0194([From(nameof(Stage0193))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0195([From(nameof(Stage0194))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0196([From(nameof(Stage0195))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0197([From(nameof(Stage0196))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0198([From(nameof(Stage0197))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0199([From(nameof(Stage0198))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0200([From(nameof(Stage0199))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0201([From(nameof(Stage0200))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0202([From(nameof(Stage0201))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0203([From(nameof(Stage0202))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0204([From(nameof(Stage0203))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0205([From(nameof(Stage0204))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0206([From(nameof(Stage0205))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0207([From(nameof(Stage0206))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0208([From(nameof(Stage0207))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0209([From(nameof(Stage0208))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0210([From(nameof(Stage0209))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0211([From(nameof(Stage0210))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0212([From(nameof(Stage0211))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0213([From(nameof(Stage0212))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0214([From(nameof(Stage0213))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0215([From(nameof(Stage0214))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0216([From(nameof(Stage0215))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0217([From(nameof(Stage0216))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0218([From(nameof(Stage0217))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0219([From(nameof(Stage0218))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0220([From(nameof(Stage0219))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0221([From(nameof(Stage0220))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0222([From(nameof(Stage0221))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0223([From(nameof(Stage0222))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0224([From(nameof(Stage0223))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0225([From(nameof(Stage0224))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0226([From(nameof(Stage0225))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0227([From(nameof(Stage0226))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0228([From(nameof(Stage0227))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0229([From(nameof(Stage0228))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0230([From(nameof(Stage0229))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0231([From(nameof(Stage0230))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0232([From(nameof(Stage0231))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0233([From(nameof(Stage0232))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0234([From(nameof(Stage0233))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0235([From(nameof(Stage0234))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0236([From(nameof(Stage0235))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0237([From(nameof(Stage0236))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0238([From(nameof(Stage0237))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0239([From(nameof(Stage0238))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0240([From(nameof(Stage0239))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0241([From(nameof(Stage0240))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0242([From(nameof(Stage0241))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0243([From(nameof(Stage0242))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0244([From(nameof(Stage0243))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0245([From(nameof(Stage0244))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0246([From(nameof(Stage0245))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0247([From(nameof(Stage0246))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0248([From(nameof(Stage0247))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0249([From(nameof(Stage0248))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0250([From(nameof(Stage0249))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0251([From(nameof(Stage0250))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0252([From(nameof(Stage0251))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0253([From(nameof(Stage0252))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0254([From(nameof(Stage0253))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0255([From(nameof(Stage0254))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0256([From(nameof(Stage0255))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0257([From(nameof(Stage0256))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0258([From(nameof(Stage0257))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0259([From(nameof(Stage0258))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0260([From(nameof(Stage0259))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0261([From(nameof(Stage0260))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0262([From(nameof(Stage0261))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0263([From(nameof(Stage0262))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0264([From(nameof(Stage0263))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0265([From(nameof(Stage0264))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0266([From(nameof(Stage0265))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0267([From(nameof(Stage0266))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0268([From(nameof(Stage0267))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0269([From(nameof(Stage0268))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0270([From(nameof(Stage0269))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0271([From(nameof(Stage0270))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0272([From(nameof(Stage0271))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0273([From(nameof(Stage0272))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0274([From(nameof(Stage0273))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0275([From(nameof(Stage0274))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0276([From(nameof(Stage0275))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0277([From(nameof(Stage0276))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0278([From(nameof(Stage0277))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0279([From(nameof(Stage0278))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0280([From(nameof(Stage0279))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0281([From(nameof(Stage0280))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0282([From(nameof(Stage0281))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0283([From(nameof(Stage0282))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0284([From(nameof(Stage0283))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0285([From(nameof(Stage0284))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0286([From(nameof(Stage0285))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0287([From(nameof(Stage0286))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0288([From(nameof(Stage0287))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0289([From(nameof(Stage0288))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0290([From(nameof(Stage0289))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0291([From(nameof(Stage0290))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0292([From(nameof(Stage0291))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0293([From(nameof(Stage0292))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0294([From(nameof(Stage0293))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0295([From(nameof(Stage0294))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0296([From(nameof(Stage0295))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0297([From(nameof(Stage0296))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0298([From(nameof(Stage0297))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0299([From(nameof(Stage0298))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0300([From(nameof(Stage0299))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0301([From(nameof(Stage0300))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0302([From(nameof(Stage0301))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0303([From(nameof(Stage0302))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0304([From(nameof(Stage0303))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0305([From(nameof(Stage0304))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0306([From(nameof(Stage0305))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0307([From(nameof(Stage0306))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0308([From(nameof(Stage0307))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0309([From(nameof(Stage0308))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0310([From(nameof(Stage0309))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0311([From(nameof(Stage0310))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0312([From(nameof(Stage0311))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0313([From(nameof(Stage0312))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0314([From(nameof(Stage0313))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0315([From(nameof(Stage0314))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0316([From(nameof(Stage0315))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0317([From(nameof(Stage0316))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0318([From(nameof(Stage0317))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0319([From(nameof(Stage0318))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0320([From(nameof(Stage0319))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0321([From(nameof(Stage0320))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0322([From(nameof(Stage0321))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0323([From(nameof(Stage0322))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0324([From(nameof(Stage0323))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0325([From(nameof(Stage0324))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0326([From(nameof(Stage0325))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0327([From(nameof(Stage0326))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0328([From(nameof(Stage0327))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0329([From(nameof(Stage0328))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0330([From(nameof(Stage0329))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0331([From(nameof(Stage0330))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0332([From(nameof(Stage0331))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0333([From(nameof(Stage0332))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0334([From(nameof(Stage0333))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0335([From(nameof(Stage0334))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0336([From(nameof(Stage0335))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0337([From(nameof(Stage0336))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0338([From(nameof(Stage0337))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0339([From(nameof(Stage0338))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0340([From(nameof(Stage0339))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0341([From(nameof(Stage0340))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0342([From(nameof(Stage0341))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0343([From(nameof(Stage0342))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0344([From(nameof(Stage0343))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0345([From(nameof(Stage0344))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0346([From(nameof(Stage0345))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0347([From(nameof(Stage0346))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0348([From(nameof(Stage0347))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0349([From(nameof(Stage0348))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0350([From(nameof(Stage0349))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0351([From(nameof(Stage0350))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0352([From(nameof(Stage0351))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0353([From(nameof(Stage0352))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0354([From(nameof(Stage0353))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0355([From(nameof(Stage0354))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0356([From(nameof(Stage0355))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0357([From(nameof(Stage0356))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0358([From(nameof(Stage0357))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0359([From(nameof(Stage0358))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0360([From(nameof(Stage0359))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0361([From(nameof(Stage0360))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0362([From(nameof(Stage0361))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0363([From(nameof(Stage0362))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0364([From(nameof(Stage0363))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0365([From(nameof(Stage0364))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0366([From(nameof(Stage0365))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0367([From(nameof(Stage0366))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0368([From(nameof(Stage0367))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0369([From(nameof(Stage0368))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0370([From(nameof(Stage0369))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0371([From(nameof(Stage0370))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0372([From(nameof(Stage0371))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0373([From(nameof(Stage0372))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0374([From(nameof(Stage0373))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0375([From(nameof(Stage0374))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0376([From(nameof(Stage0375))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0377([From(nameof(Stage0376))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0378([From(nameof(Stage0377))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0379([From(nameof(Stage0378))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0380([From(nameof(Stage0379))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0381([From(nameof(Stage0380))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0382([From(nameof(Stage0381))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0383([From(nameof(Stage0382))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0384([From(nameof(Stage0383))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0385([From(nameof(Stage0384))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0386([From(nameof(Stage0385))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0387([From(nameof(Stage0386))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0388([From(nameof(Stage0387))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0389([From(nameof(Stage0388))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0390([From(nameof(Stage0389))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0391([From(nameof(Stage0390))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0392([From(nameof(Stage0391))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0393([From(nameof(Stage0392))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0394([From(nameof(Stage0393))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0395([From(nameof(Stage0394))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0396([From(nameof(Stage0395))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0397([From(nameof(Stage0396))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0398([From(nameof(Stage0397))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0399([From(nameof(Stage0398))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0400([From(nameof(Stage0399))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0401([From(nameof(Stage0400))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0402([From(nameof(Stage0401))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0403([From(nameof(Stage0402))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0404([From(nameof(Stage0403))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0405([From(nameof(Stage0404))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0406([From(nameof(Stage0405))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0407([From(nameof(Stage0406))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0408([From(nameof(Stage0407))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0409([From(nameof(Stage0408))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0410([From(nameof(Stage0409))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0411([From(nameof(Stage0410))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0412([From(nameof(Stage0411))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0413([From(nameof(Stage0412))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0414([From(nameof(Stage0413))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0415([From(nameof(Stage0414))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0416([From(nameof(Stage0415))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0417([From(nameof(Stage0416))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0418([From(nameof(Stage0417))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0419([From(nameof(Stage0418))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0420([From(nameof(Stage0419))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0421([From(nameof(Stage0420))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0422([From(nameof(Stage0421))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0423([From(nameof(Stage0422))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0424([From(nameof(Stage0423))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0425([From(nameof(Stage0424))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0426([From(nameof(Stage0425))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0427([From(nameof(Stage0426))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0428([From(nameof(Stage0427))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0429([From(nameof(Stage0428))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0430([From(nameof(Stage0429))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0431([From(nameof(Stage0430))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0432([From(nameof(Stage0431))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0433([From(nameof(Stage0432))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0434([From(nameof(Stage0433))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0435([From(nameof(Stage0434))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0436([From(nameof(Stage0435))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0437([From(nameof(Stage0436))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0438([From(nameof(Stage0437))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0439([From(nameof(Stage0438))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0440([From(nameof(Stage0439))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0441([From(nameof(Stage0440))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0442([From(nameof(Stage0441))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0443([From(nameof(Stage0442))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0444([From(nameof(Stage0443))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0445([From(nameof(Stage0444))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0446([From(nameof(Stage0445))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0447([From(nameof(Stage0446))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0448([From(nameof(Stage0447))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0449([From(nameof(Stage0448))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0450([From(nameof(Stage0449))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0451([From(nameof(Stage0450))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0452([From(nameof(Stage0451))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0453([From(nameof(Stage0452))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0454([From(nameof(Stage0453))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0455([From(nameof(Stage0454))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0456([From(nameof(Stage0455))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0457([From(nameof(Stage0456))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0458([From(nameof(Stage0457))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0459([From(nameof(Stage0458))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0460([From(nameof(Stage0459))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0461([From(nameof(Stage0460))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0462([From(nameof(Stage0461))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0463([From(nameof(Stage0462))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0464([From(nameof(Stage0463))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0465([From(nameof(Stage0464))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0466([From(nameof(Stage0465))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0467([From(nameof(Stage0466))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0468([From(nameof(Stage0467))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0469([From(nameof(Stage0468))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0470([From(nameof(Stage0469))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0471([From(nameof(Stage0470))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0472([From(nameof(Stage0471))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0473([From(nameof(Stage0472))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0474([From(nameof(Stage0473))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0475([From(nameof(Stage0474))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0476([From(nameof(Stage0475))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0477([From(nameof(Stage0476))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0478([From(nameof(Stage0477))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0479([From(nameof(Stage0478))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0480([From(nameof(Stage0479))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0481([From(nameof(Stage0480))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0482([From(nameof(Stage0481))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0483([From(nameof(Stage0482))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0484([From(nameof(Stage0483))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0485([From(nameof(Stage0484))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0486([From(nameof(Stage0485))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0487([From(nameof(Stage0486))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0488([From(nameof(Stage0487))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0489([From(nameof(Stage0488))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0490([From(nameof(Stage0489))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0491([From(nameof(Stage0490))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0492([From(nameof(Stage0491))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0493([From(nameof(Stage0492))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0494([From(nameof(Stage0493))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0495([From(nameof(Stage0494))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0496([From(nameof(Stage0495))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0497([From(nameof(Stage0496))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0498([From(nameof(Stage0497))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0499([From(nameof(Stage0498))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0500([From(nameof(Stage0499))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0501([From(nameof(Stage0500))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0502([From(nameof(Stage0501))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0503([From(nameof(Stage0502))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0504([From(nameof(Stage0503))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0505([From(nameof(Stage0504))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0506([From(nameof(Stage0505))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0507([From(nameof(Stage0506))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0508([From(nameof(Stage0507))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0509([From(nameof(Stage0508))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0510([From(nameof(Stage0509))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0511([From(nameof(Stage0510))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0512([From(nameof(Stage0511))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0513([From(nameof(Stage0512))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0514([From(nameof(Stage0513))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0515([From(nameof(Stage0514))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0516([From(nameof(Stage0515))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0517([From(nameof(Stage0516))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0518([From(nameof(Stage0517))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0519([From(nameof(Stage0518))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0520([From(nameof(Stage0519))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0521([From(nameof(Stage0520))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0522([From(nameof(Stage0521))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0523([From(nameof(Stage0522))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0524([From(nameof(Stage0523))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0525([From(nameof(Stage0524))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0526([From(nameof(Stage0525))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0527([From(nameof(Stage0526))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0528([From(nameof(Stage0527))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0529([From(nameof(Stage0528))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0530([From(nameof(Stage0529))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0531([From(nameof(Stage0530))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0532([From(nameof(Stage0531))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0533([From(nameof(Stage0532))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0534([From(nameof(Stage0533))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0535([From(nameof(Stage0534))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0536([From(nameof(Stage0535))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0537([From(nameof(Stage0536))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0538([From(nameof(Stage0537))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0539([From(nameof(Stage0538))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0540([From(nameof(Stage0539))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0541([From(nameof(Stage0540))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0542([From(nameof(Stage0541))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0543([From(nameof(Stage0542))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0544([From(nameof(Stage0543))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0545([From(nameof(Stage0544))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0546([From(nameof(Stage0545))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0547([From(nameof(Stage0546))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0548([From(nameof(Stage0547))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0549([From(nameof(Stage0548))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0550([From(nameof(Stage0549))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0551([From(nameof(Stage0550))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0552([From(nameof(Stage0551))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0553([From(nameof(Stage0552))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0554([From(nameof(Stage0553))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0555([From(nameof(Stage0554))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0556([From(nameof(Stage0555))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0557([From(nameof(Stage0556))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0558([From(nameof(Stage0557))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0559([From(nameof(Stage0558))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0560([From(nameof(Stage0559))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0561([From(nameof(Stage0560))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0562([From(nameof(Stage0561))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0563([From(nameof(Stage0562))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0564([From(nameof(Stage0563))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0565([From(nameof(Stage0564))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0566([From(nameof(Stage0565))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0567([From(nameof(Stage0566))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0568([From(nameof(Stage0567))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0569([From(nameof(Stage0568))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0570([From(nameof(Stage0569))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0571([From(nameof(Stage0570))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0572([From(nameof(Stage0571))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0573([From(nameof(Stage0572))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0574([From(nameof(Stage0573))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0575([From(nameof(Stage0574))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0576([From(nameof(Stage0575))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0577([From(nameof(Stage0576))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0578([From(nameof(Stage0577))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0579([From(nameof(Stage0578))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0580([From(nameof(Stage0579))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0581([From(nameof(Stage0580))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0582([From(nameof(Stage0581))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0583([From(nameof(Stage0582))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0584([From(nameof(Stage0583))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0585([From(nameof(Stage0584))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0586([From(nameof(Stage0585))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0587([From(nameof(Stage0586))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0588([From(nameof(Stage0587))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0589([From(nameof(Stage0588))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0590([From(nameof(Stage0589))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0591([From(nameof(Stage0590))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0592([From(nameof(Stage0591))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0593([From(nameof(Stage0592))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0594([From(nameof(Stage0593))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0595([From(nameof(Stage0594))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0596([From(nameof(Stage0595))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0597([From(nameof(Stage0596))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0598([From(nameof(Stage0597))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0599([From(nameof(Stage0598))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0600([From(nameof(Stage0599))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0601([From(nameof(Stage0600))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0602([From(nameof(Stage0601))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0603([From(nameof(Stage0602))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0604([From(nameof(Stage0603))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0605([From(nameof(Stage0604))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0606([From(nameof(Stage0605))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0607([From(nameof(Stage0606))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0608([From(nameof(Stage0607))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0609([From(nameof(Stage0608))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0610([From(nameof(Stage0609))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0611([From(nameof(Stage0610))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0612([From(nameof(Stage0611))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0613([From(nameof(Stage0612))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0614([From(nameof(Stage0613))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0615([From(nameof(Stage0614))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0616([From(nameof(Stage0615))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0617([From(nameof(Stage0616))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0618([From(nameof(Stage0617))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0619([From(nameof(Stage0618))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0620([From(nameof(Stage0619))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0621([From(nameof(Stage0620))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0622([From(nameof(Stage0621))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0623([From(nameof(Stage0622))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0624([From(nameof(Stage0623))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0625([From(nameof(Stage0624))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0626([From(nameof(Stage0625))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0627([From(nameof(Stage0626))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0628([From(nameof(Stage0627))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0629([From(nameof(Stage0628))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0630([From(nameof(Stage0629))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0631([From(nameof(Stage0630))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0632([From(nameof(Stage0631))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0633([From(nameof(Stage0632))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0634([From(nameof(Stage0633))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0635([From(nameof(Stage0634))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0636([From(nameof(Stage0635))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0637([From(nameof(Stage0636))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0638([From(nameof(Stage0637))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0639([From(nameof(Stage0638))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0640([From(nameof(Stage0639))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0641([From(nameof(Stage0640))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0642([From(nameof(Stage0641))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0643([From(nameof(Stage0642))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0644([From(nameof(Stage0643))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0645([From(nameof(Stage0644))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0646([From(nameof(Stage0645))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0647([From(nameof(Stage0646))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0648([From(nameof(Stage0647))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0649([From(nameof(Stage0648))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0650([From(nameof(Stage0649))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0651([From(nameof(Stage0650))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0652([From(nameof(Stage0651))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0653([From(nameof(Stage0652))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0654([From(nameof(Stage0653))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0655([From(nameof(Stage0654))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0656([From(nameof(Stage0655))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0657([From(nameof(Stage0656))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0658([From(nameof(Stage0657))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0659([From(nameof(Stage0658))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0660([From(nameof(Stage0659))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0661([From(nameof(Stage0660))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0662([From(nameof(Stage0661))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0663([From(nameof(Stage0662))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0664([From(nameof(Stage0663))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0665([From(nameof(Stage0664))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0666([From(nameof(Stage0665))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0667([From(nameof(Stage0666))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0668([From(nameof(Stage0667))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0669([From(nameof(Stage0668))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0670([From(nameof(Stage0669))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0671([From(nameof(Stage0670))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0672([From(nameof(Stage0671))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0673([From(nameof(Stage0672))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0674([From(nameof(Stage0673))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0675([From(nameof(Stage0674))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0676([From(nameof(Stage0675))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0677([From(nameof(Stage0676))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0678([From(nameof(Stage0677))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0679([From(nameof(Stage0678))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0680([From(nameof(Stage0679))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0681([From(nameof(Stage0680))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0682([From(nameof(Stage0681))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0683([From(nameof(Stage0682))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0684([From(nameof(Stage0683))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0685([From(nameof(Stage0684))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0686([From(nameof(Stage0685))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0687([From(nameof(Stage0686))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0688([From(nameof(Stage0687))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0689([From(nameof(Stage0688))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0690([From(nameof(Stage0689))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0691([From(nameof(Stage0690))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0692([From(nameof(Stage0691))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0693([From(nameof(Stage0692))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0694([From(nameof(Stage0693))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0695([From(nameof(Stage0694))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0696([From(nameof(Stage0695))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0697([From(nameof(Stage0696))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0698([From(nameof(Stage0697))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0699([From(nameof(Stage0698))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0700([From(nameof(Stage0699))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0701([From(nameof(Stage0700))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0702([From(nameof(Stage0701))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0703([From(nameof(Stage0702))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0704([From(nameof(Stage0703))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0705([From(nameof(Stage0704))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0706([From(nameof(Stage0705))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0707([From(nameof(Stage0706))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0708([From(nameof(Stage0707))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0709([From(nameof(Stage0708))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0710([From(nameof(Stage0709))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0711([From(nameof(Stage0710))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0712([From(nameof(Stage0711))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0713([From(nameof(Stage0712))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0714([From(nameof(Stage0713))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0715([From(nameof(Stage0714))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0716([From(nameof(Stage0715))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0717([From(nameof(Stage0716))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0718([From(nameof(Stage0717))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0719([From(nameof(Stage0718))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0720([From(nameof(Stage0719))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0721([From(nameof(Stage0720))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0722([From(nameof(Stage0721))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0723([From(nameof(Stage0722))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0724([From(nameof(Stage0723))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0725([From(nameof(Stage0724))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0726([From(nameof(Stage0725))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0727([From(nameof(Stage0726))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0728([From(nameof(Stage0727))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0729([From(nameof(Stage0728))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0730([From(nameof(Stage0729))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0731([From(nameof(Stage0730))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0732([From(nameof(Stage0731))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0733([From(nameof(Stage0732))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0734([From(nameof(Stage0733))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0735([From(nameof(Stage0734))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0736([From(nameof(Stage0735))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0737([From(nameof(Stage0736))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0738([From(nameof(Stage0737))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0739([From(nameof(Stage0738))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0740([From(nameof(Stage0739))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0741([From(nameof(Stage0740))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0742([From(nameof(Stage0741))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0743([From(nameof(Stage0742))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0744([From(nameof(Stage0743))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0745([From(nameof(Stage0744))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0746([From(nameof(Stage0745))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0747([From(nameof(Stage0746))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0748([From(nameof(Stage0747))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0749([From(nameof(Stage0748))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0750([From(nameof(Stage0749))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0751([From(nameof(Stage0750))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0752([From(nameof(Stage0751))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0753([From(nameof(Stage0752))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0754([From(nameof(Stage0753))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0755([From(nameof(Stage0754))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0756([From(nameof(Stage0755))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0757([From(nameof(Stage0756))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0758([From(nameof(Stage0757))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0759([From(nameof(Stage0758))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0760([From(nameof(Stage0759))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0761([From(nameof(Stage0760))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0762([From(nameof(Stage0761))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0763([From(nameof(Stage0762))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0764([From(nameof(Stage0763))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0765([From(nameof(Stage0764))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0766([From(nameof(Stage0765))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0767([From(nameof(Stage0766))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0768([From(nameof(Stage0767))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0769([From(nameof(Stage0768))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0770([From(nameof(Stage0769))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0771([From(nameof(Stage0770))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0772([From(nameof(Stage0771))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0773([From(nameof(Stage0772))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0774([From(nameof(Stage0773))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0775([From(nameof(Stage0774))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0776([From(nameof(Stage0775))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0777([From(nameof(Stage0776))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0778([From(nameof(Stage0777))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0779([From(nameof(Stage0778))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0780([From(nameof(Stage0779))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0781([From(nameof(Stage0780))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0782([From(nameof(Stage0781))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0783([From(nameof(Stage0782))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0784([From(nameof(Stage0783))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0785([From(nameof(Stage0784))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0786([From(nameof(Stage0785))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0787([From(nameof(Stage0786))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0788([From(nameof(Stage0787))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0789([From(nameof(Stage0788))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0790([From(nameof(Stage0789))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0791([From(nameof(Stage0790))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0792([From(nameof(Stage0791))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0793([From(nameof(Stage0792))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0794([From(nameof(Stage0793))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0795([From(nameof(Stage0794))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0796([From(nameof(Stage0795))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0797([From(nameof(Stage0796))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0798([From(nameof(Stage0797))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0799([From(nameof(Stage0798))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0800([From(nameof(Stage0799))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0801([From(nameof(Stage0800))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0802([From(nameof(Stage0801))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0803([From(nameof(Stage0802))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0804([From(nameof(Stage0803))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0805([From(nameof(Stage0804))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0806([From(nameof(Stage0805))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0807([From(nameof(Stage0806))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0808([From(nameof(Stage0807))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0809([From(nameof(Stage0808))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0810([From(nameof(Stage0809))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0811([From(nameof(Stage0810))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0812([From(nameof(Stage0811))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0813([From(nameof(Stage0812))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0814([From(nameof(Stage0813))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0815([From(nameof(Stage0814))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0816([From(nameof(Stage0815))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0817([From(nameof(Stage0816))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0818([From(nameof(Stage0817))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0819([From(nameof(Stage0818))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0820([From(nameof(Stage0819))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0821([From(nameof(Stage0820))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0822([From(nameof(Stage0821))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0823([From(nameof(Stage0822))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0824([From(nameof(Stage0823))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0825([From(nameof(Stage0824))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0826([From(nameof(Stage0825))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0827([From(nameof(Stage0826))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0828([From(nameof(Stage0827))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0829([From(nameof(Stage0828))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0830([From(nameof(Stage0829))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0831([From(nameof(Stage0830))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0832([From(nameof(Stage0831))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0833([From(nameof(Stage0832))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0834([From(nameof(Stage0833))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0835([From(nameof(Stage0834))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0836([From(nameof(Stage0835))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0837([From(nameof(Stage0836))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0838([From(nameof(Stage0837))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0839([From(nameof(Stage0838))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0840([From(nameof(Stage0839))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0841([From(nameof(Stage0840))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0842([From(nameof(Stage0841))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0843([From(nameof(Stage0842))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0844([From(nameof(Stage0843))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0845([From(nameof(Stage0844))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0846([From(nameof(Stage0845))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0847([From(nameof(Stage0846))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0848([From(nameof(Stage0847))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0849([From(nameof(Stage0848))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0850([From(nameof(Stage0849))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0851([From(nameof(Stage0850))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0852([From(nameof(Stage0851))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0853([From(nameof(Stage0852))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0854([From(nameof(Stage0853))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0855([From(nameof(Stage0854))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0856([From(nameof(Stage0855))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0857([From(nameof(Stage0856))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0858([From(nameof(Stage0857))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0859([From(nameof(Stage0858))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0860([From(nameof(Stage0859))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0861([From(nameof(Stage0860))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0862([From(nameof(Stage0861))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0863([From(nameof(Stage0862))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0864([From(nameof(Stage0863))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0865([From(nameof(Stage0864))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0866([From(nameof(Stage0865))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0867([From(nameof(Stage0866))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0868([From(nameof(Stage0867))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0869([From(nameof(Stage0868))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0870([From(nameof(Stage0869))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0871([From(nameof(Stage0870))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0872([From(nameof(Stage0871))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0873([From(nameof(Stage0872))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0874([From(nameof(Stage0873))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0875([From(nameof(Stage0874))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0876([From(nameof(Stage0875))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0877([From(nameof(Stage0876))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0878([From(nameof(Stage0877))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0879([From(nameof(Stage0878))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0880([From(nameof(Stage0879))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0881([From(nameof(Stage0880))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0882([From(nameof(Stage0881))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0883([From(nameof(Stage0882))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0884([From(nameof(Stage0883))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0885([From(nameof(Stage0884))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0886([From(nameof(Stage0885))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0887([From(nameof(Stage0886))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0888([From(nameof(Stage0887))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0889([From(nameof(Stage0888))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0890([From(nameof(Stage0889))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0891([From(nameof(Stage0890))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0892([From(nameof(Stage0891))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0893([From(nameof(Stage0892))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0894([From(nameof(Stage0893))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0895([From(nameof(Stage0894))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0896([From(nameof(Stage0895))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0897([From(nameof(Stage0896))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0898([From(nameof(Stage0897))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0899([From(nameof(Stage0898))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0900([From(nameof(Stage0899))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0901([From(nameof(Stage0900))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0902([From(nameof(Stage0901))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0903([From(nameof(Stage0902))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0904([From(nameof(Stage0903))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0905([From(nameof(Stage0904))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0906([From(nameof(Stage0905))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0907([From(nameof(Stage0906))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0908([From(nameof(Stage0907))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0909([From(nameof(Stage0908))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0910([From(nameof(Stage0909))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0911([From(nameof(Stage0910))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0912([From(nameof(Stage0911))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0913([From(nameof(Stage0912))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0914([From(nameof(Stage0913))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0915([From(nameof(Stage0914))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0916([From(nameof(Stage0915))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0917([From(nameof(Stage0916))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0918([From(nameof(Stage0917))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0919([From(nameof(Stage0918))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0920([From(nameof(Stage0919))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0921([From(nameof(Stage0920))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0922([From(nameof(Stage0921))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0923([From(nameof(Stage0922))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0924([From(nameof(Stage0923))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0925([From(nameof(Stage0924))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0926([From(nameof(Stage0925))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0927([From(nameof(Stage0926))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0928([From(nameof(Stage0927))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0929([From(nameof(Stage0928))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0930([From(nameof(Stage0929))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0931([From(nameof(Stage0930))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0932([From(nameof(Stage0931))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0933([From(nameof(Stage0932))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0934([From(nameof(Stage0933))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0935([From(nameof(Stage0934))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0936([From(nameof(Stage0935))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0937([From(nameof(Stage0936))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0938([From(nameof(Stage0937))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0939([From(nameof(Stage0938))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0940([From(nameof(Stage0939))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0941([From(nameof(Stage0940))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0942([From(nameof(Stage0941))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0943([From(nameof(Stage0942))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0944([From(nameof(Stage0943))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0945([From(nameof(Stage0944))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0946([From(nameof(Stage0945))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0947([From(nameof(Stage0946))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0948([From(nameof(Stage0947))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0949([From(nameof(Stage0948))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0950([From(nameof(Stage0949))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0951([From(nameof(Stage0950))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0952([From(nameof(Stage0951))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0953([From(nameof(Stage0952))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0954([From(nameof(Stage0953))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0955([From(nameof(Stage0954))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0956([From(nameof(Stage0955))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0957([From(nameof(Stage0956))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0958([From(nameof(Stage0957))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0959([From(nameof(Stage0958))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0960([From(nameof(Stage0959))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0961([From(nameof(Stage0960))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0962([From(nameof(Stage0961))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0963([From(nameof(Stage0962))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0964([From(nameof(Stage0963))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0965([From(nameof(Stage0964))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0966([From(nameof(Stage0965))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0967([From(nameof(Stage0966))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0968([From(nameof(Stage0967))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0969([From(nameof(Stage0968))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0970([From(nameof(Stage0969))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0971([From(nameof(Stage0970))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0972([From(nameof(Stage0971))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0973([From(nameof(Stage0972))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0974([From(nameof(Stage0973))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0975([From(nameof(Stage0974))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0976([From(nameof(Stage0975))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0977([From(nameof(Stage0976))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0978([From(nameof(Stage0977))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0979([From(nameof(Stage0978))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0980([From(nameof(Stage0979))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0981([From(nameof(Stage0980))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0982([From(nameof(Stage0981))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0983([From(nameof(Stage0982))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0984([From(nameof(Stage0983))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0985([From(nameof(Stage0984))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0986([From(nameof(Stage0985))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0987([From(nameof(Stage0986))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0988([From(nameof(Stage0987))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0989([From(nameof(Stage0988))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0990([From(nameof(Stage0989))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0991([From(nameof(Stage0990))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0992([From(nameof(Stage0991))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0993([From(nameof(Stage0992))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0994([From(nameof(Stage0993))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0995([From(nameof(Stage0994))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0996([From(nameof(Stage0995))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0997([From(nameof(Stage0996))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0998([From(nameof(Stage0997))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage0999([From(nameof(Stage0998))] int number) => step(number);

    [Stage]
    private ValueTask<int> Stage1000([From(nameof(Stage0999))] int number) => step(number);
}
