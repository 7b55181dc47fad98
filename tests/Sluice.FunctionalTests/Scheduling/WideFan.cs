namespace Sluice.FunctionalTests.Scheduling;

/// <summary>One root and 1000 children that wait for it and for nothing else.</summary>
[Pipeline]
internal sealed partial class WideFan(Func<int, ValueTask> child)
{
    public partial ValueTask RunAsync(string text);

    [Stage]
    private static int Root(string text) => text.Length;

    [Stage]
    private ValueTask Child0001(int root) => child(root);

    [Stage]
    private ValueTask Child0002(int root) => child(root);

    [Stage]
    private ValueTask Child0003(int root) => child(root);

    [Stage]
    private ValueTask Child0004(int root) => child(root);

    [Stage]
    private ValueTask Child0005(int root) => child(root);

    [Stage]
    private ValueTask Child0006(int root) => child(root);

    [Stage]
    private ValueTask Child0007(int root) => child(root);

    [Stage]
    private ValueTask Child0008(int root) => child(root);

    [Stage]
    private ValueTask Child0009(int root) => child(root);

    [Stage]
    private ValueTask Child0010(int root) => child(root);

    [Stage]
    private ValueTask Child0011(int root) => child(root);

    [Stage]
    private ValueTask Child0012(int root) => child(root);

    [Stage]
    private ValueTask Child0013(int root) => child(root);

    [Stage]
    private ValueTask Child0014(int root) => child(root);

    [Stage]
    private ValueTask Child0015(int root) => child(root);

    [Stage]
    private ValueTask Child0016(int root) => child(root);

    [Stage]
    private ValueTask Child0017(int root) => child(root);

    [Stage]
    private ValueTask Child0018(int root) => child(root);

    [Stage]
    private ValueTask Child0019(int root) => child(root);

    [Stage]
    private ValueTask Child0020(int root) => child(root);

    [Stage]
    private ValueTask Child0021(int root) => child(root);

    [Stage]
    private ValueTask Child0022(int root) => child(root);

    [Stage]
    private ValueTask Child0023(int root) => child(root);

    [Stage]
    private ValueTask Child0024(int root) => child(root);

    [Stage]
    private ValueTask Child0025(int root) => child(root);

    [Stage]
    private ValueTask Child0026(int root) => child(root);

    [Stage]
    private ValueTask Child0027(int root) => child(root);

    [Stage]
    private ValueTask Child0028(int root) => child(root);

    [Stage]
    private ValueTask Child0029(int root) => child(root);

    [Stage]
    private ValueTask Child0030(int root) => child(root);

    [Stage]
    private ValueTask Child0031(int root) => child(root);

    [Stage]
    private ValueTask Child0032(int root) => child(root);

    [Stage]
    private ValueTask Child0033(int root) => child(root);

    [Stage]
    private ValueTask Child0034(int root) => child(root);

    [Stage]
    private ValueTask Child0035(int root) => child(root);

    [Stage]
    private ValueTask Child0036(int root) => child(root);

    [Stage]
    private ValueTask Child0037(int root) => child(root);

    [Stage]
    private ValueTask Child0038(int root) => child(root);

    [Stage]
    private ValueTask Child0039(int root) => child(root);

    [Stage]
    private ValueTask Child0040(int root) => child(root);

    [Stage]
    private ValueTask Child0041(int root) => child(root);

    [Stage]
    private ValueTask Child0042(int root) => child(root);

    [Stage]
    private ValueTask Child0043(int root) => child(root);

    [Stage]
    private ValueTask Child0044(int root) => child(root);

    [Stage]
    private ValueTask Child0045(int root) => child(root);

    [Stage]
    private ValueTask Child0046(int root) => child(root);

    [Stage]
    private ValueTask Child0047(int root) => child(root);

    [Stage]
    private ValueTask Child0048(int root) => child(root);

    [Stage]
    private ValueTask Child0049(int root) => child(root);

    [Stage]
    private ValueTask Child0050(int root) => child(root);

    [Stage]
    private ValueTask Child0051(int root) => child(root);

    [Stage]
    private ValueTask Child0052(int root) => child(root);

    [Stage]
    private ValueTask Child0053(int root) => child(root);

    [Stage]
    private ValueTask Child0054(int root) => child(root);

    [Stage]
    private ValueTask Child0055(int root) => child(root);

    [Stage]
    private ValueTask Child0056(int root) => child(root);

    [Stage]
    private ValueTask Child0057(int root) => child(root);

    [Stage]
    private ValueTask Child0058(int root) => child(root);

    [Stage]
    private ValueTask Child0059(int root) => child(root);

    [Stage]
    private ValueTask Child0060(int root) => child(root);

    [Stage]
    private ValueTask Child0061(int root) => child(root);

    [Stage]
    private ValueTask Child0062(int root) => child(root);

    [Stage]
    private ValueTask Child0063(int root) => child(root);

    [Stage]
    private ValueTask Child0064(int root) => child(root);

    [Stage]
    private ValueTask Child0065(int root) => child(root);

    [Stage]
    private ValueTask Child0066(int root) => child(root);

    [Stage]
    private ValueTask Child0067(int root) => child(root);

    [Stage]
    private ValueTask Child0068(int root) => child(root);

    [Stage]
    private ValueTask Child0069(int root) => child(root);

    [Stage]
    private ValueTask Child0070(int root) => child(root);

    [Stage]
    private ValueTask Child0071(int root) => child(root);

    [Stage]
    private ValueTask Child0072(int root) => child(root);

    [Stage]
    private ValueTask Child0073(int root) => child(root);

    [Stage]
    private ValueTask Child0074(int root) => child(root);

    [Stage]
    private ValueTask Child0075(int root) => child(root);

    [Stage]
    private ValueTask Child0076(int root) => child(root);

    [Stage]
    private ValueTask Child0077(int root) => child(root);

    [Stage]
    private ValueTask Child0078(int root) => child(root);

    [Stage]
    private ValueTask Child0079(int root) => child(root);

    [Stage]
    private ValueTask Child0080(int root) => child(root);

    [Stage]
    private ValueTask Child0081(int root) => child(root);

    [Stage]
    private ValueTask Child0082(int root) => child(root);

    [Stage]
    private ValueTask Child0083(int root) => child(root);

    [Stage]
    private ValueTask Child0084(int root) => child(root);

    [Stage]
    private ValueTask Child0085(int root) => child(root);

    [Stage]
    private ValueTask Child0086(int root) => child(root);

    [Stage]
    private ValueTask Child0087(int root) => child(root);

    [Stage]
    private ValueTask Child0088(int root) => child(root);

    [Stage]
    private ValueTask Child0089(int root) => child(root);

    [Stage]
    private ValueTask Child0090(int root) => child(root);

    [Stage]
    private ValueTask Child0091(int root) => child(root);

    [Stage]
    private ValueTask Child0092(int root) => child(root);

    [Stage]
    private ValueTask Child0093(int root) => child(root);

    [Stage]
    private ValueTask Child0094(int root) => child(root);

    [Stage]
    private ValueTask Child0095(int root) => child(root);

    [Stage]
    private ValueTask Child0096(int root) => child(root);

    [Stage]
    private ValueTask Child0097(int root) => child(root);

    [Stage]
    private ValueTask Child0098(int root) => child(root);

    [Stage]
    private ValueTask Child0099(int root) => child(root);

    [Stage]
    private ValueTask Child0100(int root) => child(root);

    [Stage]
    private ValueTask Child0101(int root) => child(root);

    [Stage]
    private ValueTask Child0102(int root) => child(root);

    [Stage]
    private ValueTask Child0103(int root) => child(root);

    [Stage]
    private ValueTask Child0104(int root) => child(root);

    [Stage]
    private ValueTask Child0105(int root) => child(root);

    [Stage]
    private ValueTask Child0106(int root) => child(root);

    [Stage]
    private ValueTask Child0107(int root) => child(root);

    [Stage]
    private ValueTask Child0108(int root) => child(root);

    [Stage]
    private ValueTask Child0109(int root) => child(root);

    [Stage]
    private ValueTask Child0110(int root) => child(root);

    [Stage]
    private ValueTask Child0111(int root) => child(root);

    [Stage]
    private ValueTask Child0112(int root) => child(root);

    [Stage]
    private ValueTask Child0113(int root) => child(root);

    [Stage]
    private ValueTask Child0114(int root) => child(root);

    [Stage]
    private ValueTask Child0115(int root) => child(root);

    [Stage]
    private ValueTask Child0116(int root) => child(root);

    [Stage]
    private ValueTask Child0117(int root) => child(root);

    [Stage]
    private ValueTask Child0118(int root) => child(root);

    [Stage]
    private ValueTask Child0119(int root) => child(root);

    [Stage]
    private ValueTask Child0120(int root) => child(root);

    [Stage]
    private ValueTask Child0121(int root) => child(root);

    [Stage]
    private ValueTask Child0122(int root) => child(root);

    [Stage]
    private ValueTask Child0123(int root) => child(root);

    [Stage]
    private ValueTask Child0124(int root) => child(root);

    [Stage]
    private ValueTask Child0125(int root) => child(root);

    [Stage]
    private ValueTask Child0126(int root) => child(root);

    [Stage]
    private ValueTask Child0127(int root) => child(root);

    [Stage]
    private ValueTask Child0128(int root) => child(root);

    [Stage]
    private ValueTask Child0129(int root) => child(root);

    [Stage]
    private ValueTask Child0130(int root) => child(root);

    [Stage]
    private ValueTask Child0131(int root) => child(root);

    [Stage]
    private ValueTask Child0132(int root) => child(root);

    [Stage]
    private ValueTask Child0133(int root) => child(root);

    [Stage]
    private ValueTask Child0134(int root) => child(root);

    [Stage]
    private ValueTask Child0135(int root) => child(root);

    [Stage]
    private ValueTask Child0136(int root) => child(root);

    [Stage]
    private ValueTask Child0137(int root) => child(root);

    [Stage]
    private ValueTask Child0138(int root) => child(root);

    [Stage]
    private ValueTask Child0139(int root) => child(root);

    [Stage]
    private ValueTask Child0140(int root) => child(root);

    [Stage]
    private ValueTask Child0141(int root) => child(root);

    [Stage]
    private ValueTask Child0142(int root) => child(root);

    [Stage]
    private ValueTask Child0143(int root) => child(root);

    [Stage]
    private ValueTask Child0144(int root) => child(root);

    [Stage]
    private ValueTask Child0145(int root) => child(root);

    [Stage]
    private ValueTask Child0146(int root) => child(root);

    [Stage]
    private ValueTask Child0147(int root) => child(root);

    [Stage]
    private ValueTask Child0148(int root) => child(root);

    [Stage]
    private ValueTask Child0149(int root) => child(root);

    [Stage]
    private ValueTask Child0150(int root) => child(root);

    [Stage]
    private ValueTask Child0151(int root) => child(root);

    [Stage]
    private ValueTask Child0152(int root) => child(root);

    [Stage]
    private ValueTask Child0153(int root) => child(root);

    [Stage]
    private ValueTask Child0154(int root) => child(root);

    [Stage]
    private ValueTask Child0155(int root) => child(root);

    [Stage]
    private ValueTask Child0156(int root) => child(root);

    [Stage]
    private ValueTask Child0157(int root) => child(root);

    [Stage]
    private ValueTask Child0158(int root) => child(root);

    [Stage]
    private ValueTask Child0159(int root) => child(root);

    [Stage]
    private ValueTask Child0160(int root) => child(root);

    [Stage]
    private ValueTask Child0161(int root) => child(root);

    [Stage]
    private ValueTask Child0162(int root) => child(root);

    [Stage]
    private ValueTask Child0163(int root) => child(root);

    [Stage]
    private ValueTask Child0164(int root) => child(root);

    [Stage]
    private ValueTask Child0165(int root) => child(root);

    [Stage]
    private ValueTask Child0166(int root) => child(root);

    [Stage]
    private ValueTask Child0167(int root) => child(root);

    [Stage]
    private ValueTask Child0168(int root) => child(root);

    [Stage]
    private ValueTask Child0169(int root) => child(root);

    [Stage]
    private ValueTask Child0170(int root) => child(root);

    [Stage]
    private ValueTask Child0171(int root) => child(root);

    [Stage]
    private ValueTask Child0172(int root) => child(root);

    [Stage]
    private ValueTask Child0173(int root) => child(root);

    [Stage]
    private ValueTask Child0174(int root) => child(root);

    [Stage]
    private ValueTask Child0175(int root) => child(root);

    [Stage]
    private ValueTask Child0176(int root) => child(root);

    [Stage]
    private ValueTask Child0177(int root) => child(root);

    [Stage]
    private ValueTask Child0178(int root) => child(root);

    [Stage]
    private ValueTask Child0179(int root) => child(root);

    [Stage]
    private ValueTask Child0180(int root) => child(root);

    [Stage]
    private ValueTask Child0181(int root) => child(root);

    [Stage]
    private ValueTask Child0182(int root) => child(root);

    [Stage]
    private ValueTask Child0183(int root) => child(root);

    [Stage]
    private ValueTask Child0184(int root) => child(root);

    [Stage]
    private ValueTask Child0185(int root) => child(root);

    [Stage]
    private ValueTask Child0186(int root) => child(root);

    [Stage]
    private ValueTask Child0187(int root) => child(root);

    [Stage]
    private ValueTask Child0188(int root) => child(root);

    [Stage]
    private ValueTask Child0189(int root) => child(root);

    [Stage]
    private ValueTask Child0190(int root) => child(root);

    [Stage]
    private ValueTask Child0191(int root) => child(root);

    [Stage]
    private ValueTask Child0192(int root) => child(root);

    [Stage]
    private ValueTask Child0193(int root) => child(root);

    [Stage]
    private ValueTask Child0194(int root) => child(root);

    [Stage]
    private ValueTask Child0195(int root) => child(root);

    [Stage]
    private ValueTask Child0196(int root) => child(root);

    [Stage]
    private ValueTask Child0197(int root) => child(root);

    [Stage]
    private ValueTask Child0198(int root) => child(root);

    [Stage]
    private ValueTask Child0199(int root) => child(root);

    [Stage]
    private ValueTask Child0200(int root) => child(root);

    [Stage]
    private ValueTask Child0201(int root) => child(root);

    [Stage]
    private ValueTask Child0202(int root) => child(root);

    [Stage]
    private ValueTask Child0203(int root) => child(root);

    [Stage]
    private ValueTask Child0204(int root) => child(root);

    [Stage]
    private ValueTask Child0205(int root) => child(root);

    [Stage]
    private ValueTask Child0206(int root) => child(root);

    [Stage]
    private ValueTask Child0207(int root) => child(root);

    [Stage]
    private ValueTask Child0208(int root) => child(root);

    [Stage]
    private ValueTask Child0209(int root) => child(root);

    [Stage]
    private ValueTask Child0210(int root) => child(root);

    [Stage]
    private ValueTask Child0211(int root) => child(root);

    [Stage]
    private ValueTask Child0212(int root) => child(root);

    [Stage]
    private ValueTask Child0213(int root) => child(root);

    [Stage]
    private ValueTask Child0214(int root) => child(root);

    [Stage]
    private ValueTask Child0215(int root) => child(root);

    [Stage]
    private ValueTask Child0216(int root) => child(root);

    [Stage]
    private ValueTask Child0217(int root) => child(root);

    [Stage]
    private ValueTask Child0218(int root) => child(root);

    [Stage]
    private ValueTask Child0219(int root) => child(root);

    [Stage]
    private ValueTask Child0220(int root) => child(root);

    [Stage]
    private ValueTask Child0221(int root) => child(root);

    [Stage]
    private ValueTask Child0222(int root) => child(root);

    [Stage]
    private ValueTask Child0223(int root) => child(root);

    [Stage]
    private ValueTask Child0224(int root) => child(root);

    [Stage]
    private ValueTask Child0225(int root) => child(root);

    [Stage]
    private ValueTask Child0226(int root) => child(root);

    [Stage]
    private ValueTask Child0227(int root) => child(root);

    [Stage]
    private ValueTask Child0228(int root) => child(root);

    [Stage]
    private ValueTask Child0229(int root) => child(root);

    [Stage]
    private ValueTask Child0230(int root) => child(root);

    [Stage]
    private ValueTask Child0231(int root) => child(root);

    [Stage]
    private ValueTask Child0232(int root) => child(root);

    [Stage]
    private ValueTask Child0233(int root) => child(root);

    [Stage]
    private ValueTask Child0234(int root) => child(root);

    [Stage]
    private ValueTask Child0235(int root) => child(root);

    [Stage]
    private ValueTask Child0236(int root) => child(root);

    [Stage]
    private ValueTask Child0237(int root) => child(root);

    [Stage]
    private ValueTask Child0238(int root) => child(root);

    [Stage]
    private ValueTask Child0239(int root) => child(root);

    [Stage]
    private ValueTask Child0240(int root) => child(root);

    [Stage]
    private ValueTask Child0241(int root) => child(root);

    [Stage]
    private ValueTask Child0242(int root) => child(root);

    [Stage]
    private ValueTask Child0243(int root) => child(root);

    [Stage]
    private ValueTask Child0244(int root) => child(root);

    [Stage]
    private ValueTask Child0245(int root) => child(root);

    [Stage]
    private ValueTask Child0246(int root) => child(root);

    [Stage]
    private ValueTask Child0247(int root) => child(root);

    [Stage]
    private ValueTask Child0248(int root) => child(root);

    [Stage]
    private ValueTask Child0249(int root) => child(root);

    [Stage]
    private ValueTask Child0250(int root) => child(root);

    [Stage]
    private ValueTask Child0251(int root) => child(root);

    [Stage]
    private ValueTask Child0252(int root) => child(root);

    [Stage]
    private ValueTask Child0253(int root) => child(root);

    [Stage]
    private ValueTask Child0254(int root) => child(root);

    [Stage]
    private ValueTask Child0255(int root) => child(root);

    [Stage]
    private ValueTask Child0256(int root) => child(root);

    [Stage]
    private ValueTask Child0257(int root) => child(root);

    [Stage]
    private ValueTask Child0258(int root) => child(root);

    [Stage]
    private ValueTask Child0259(int root) => child(root);

    [Stage]
    private ValueTask Child0260(int root) => child(root);

    [Stage]
    private ValueTask Child0261(int root) => child(root);

    [Stage]
    private ValueTask Child0262(int root) => child(root);

    [Stage]
    private ValueTask Child0263(int root) => child(root);

    [Stage]
    private ValueTask Child0264(int root) => child(root);

    [Stage]
    private ValueTask Child0265(int root) => child(root);

    [Stage]
    private ValueTask Child0266(int root) => child(root);

    [Stage]
    private ValueTask Child0267(int root) => child(root);

    [Stage]
    private ValueTask Child0268(int root) => child(root);

    [Stage]
    private ValueTask Child0269(int root) => child(root);

    [Stage]
    private ValueTask Child0270(int root) => child(root);

    [Stage]
    private ValueTask Child0271(int root) => child(root);

    [Stage]
    private ValueTask Child0272(int root) => child(root);

    [Stage]
    private ValueTask Child0273(int root) => child(root);

    [Stage]
    private ValueTask Child0274(int root) => child(root);

    [Stage]
    private ValueTask Child0275(int root) => child(root);

    [Stage]
    private ValueTask Child0276(int root) => child(root);

    [Stage]
    private ValueTask Child0277(int root) => child(root);

    [Stage]
    private ValueTask Child0278(int root) => child(root);

    [Stage]
    private ValueTask Child0279(int root) => child(root);

    [Stage]
    private ValueTask Child0280(int root) => child(root);

    [Stage]
    private ValueTask Child0281(int root) => child(root);

    [Stage]
    private ValueTask Child0282(int root) => child(root);

    [Stage]
    private ValueTask Child0283(int root) => child(root);

    [Stage]
    private ValueTask Child0284(int root) => child(root);

    [Stage]
    private ValueTask Child0285(int root) => child(root);

    [Stage]
    private ValueTask Child0286(int root) => child(root);

    [Stage]
    private ValueTask Child0287(int root) => child(root);

    [Stage]
    private ValueTask Child0288(int root) => child(root);

    [Stage]
    private ValueTask Child0289(int root) => child(root);

    [Stage]
    private ValueTask Child0290(int root) => child(root);

    [Stage]
    private ValueTask Child0291(int root) => child(root);

    [Stage]
    private ValueTask Child0292(int root) => child(root);

    [Stage]
    private ValueTask Child0293(int root) => child(root);

    [Stage]
    private ValueTask Child0294(int root) => child(root);

    [Stage]
    private ValueTask Child0295(int root) => child(root);

    [Stage]
    private ValueTask Child0296(int root) => child(root);

    [Stage]
    private ValueTask Child0297(int root) => child(root);

    [Stage]
    private ValueTask Child0298(int root) => child(root);

    [Stage]
    private ValueTask Child0299(int root) => child(root);

    [Stage]
    private ValueTask Child0300(int root) => child(root);

    [Stage]
    private ValueTask Child0301(int root) => child(root);

    [Stage]
    private ValueTask Child0302(int root) => child(root);

    [Stage]
    private ValueTask Child0303(int root) => child(root);

    [Stage]
    private ValueTask Child0304(int root) => child(root);

    [Stage]
    private ValueTask Child0305(int root) => child(root);

    [Stage]
    private ValueTask Child0306(int root) => child(root);

    [Stage]
    private ValueTask Child0307(int root) => child(root);

    [Stage]
    private ValueTask Child0308(int root) => child(root);

    [Stage]
    private ValueTask Child0309(int root) => child(root);

    [Stage]
    private ValueTask Child0310(int root) => child(root);

    [Stage]
    private ValueTask Child0311(int root) => child(root);

    [Stage]
    private ValueTask Child0312(int root) => child(root);

    [Stage]
    private ValueTask Child0313(int root) => child(root);

    [Stage]
    private ValueTask Child0314(int root) => child(root);

    [Stage]
    private ValueTask Child0315(int root) => child(root);

    [Stage]
    private ValueTask Child0316(int root) => child(root);

    [Stage]
    private ValueTask Child0317(int root) => child(root);

    [Stage]
    private ValueTask Child0318(int root) => child(root);

    [Stage]
    private ValueTask Child0319(int root) => child(root);

    [Stage]
    private ValueTask Child0320(int root) => child(root);

    [Stage]
    private ValueTask Child0321(int root) => child(root);

    [Stage]
    private ValueTask Child0322(int root) => child(root);

    [Stage]
    private ValueTask Child0323(int root) => child(root);

    [Stage]
    private ValueTask Child0324(int root) => child(root);

    [Stage]
    private ValueTask Child0325(int root) => child(root);

    [Stage]
    private ValueTask Child0326(int root) => child(root);

    [Stage]
    private ValueTask Child0327(int root) => child(root);

    [Stage]
    private ValueTask Child0328(int root) => child(root);

    [Stage]
    private ValueTask Child0329(int root) => child(root);

    [Stage]
    private ValueTask Child0330(int root) => child(root);

    [Stage]
    private ValueTask Child0331(int root) => child(root);

    [Stage]
    private ValueTask Child0332(int root) => child(root);

    [Stage]
    private ValueTask Child0333(int root) => child(root);

    [Stage]
    private ValueTask Child0334(int root) => child(root);

    [Stage]
    private ValueTask Child0335(int root) => child(root);

    [Stage]
    private ValueTask Child0336(int root) => child(root);

    [Stage]
    private ValueTask Child0337(int root) => child(root);

    [Stage]
    private ValueTask Child0338(int root) => child(root);

    [Stage]
    private ValueTask Child0339(int root) => child(root);

    [Stage]
    private ValueTask Child0340(int root) => child(root);

    [Stage]
    private ValueTask Child0341(int root) => child(root);

    [Stage]
    private ValueTask Child0342(int root) => child(root);

    [Stage]
    private ValueTask Child0343(int root) => child(root);

    [Stage]
    private ValueTask Child0344(int root) => child(root);

    [Stage]
    private ValueTask Child0345(int root) => child(root);

    [Stage]
    private ValueTask Child0346(int root) => child(root);

    [Stage]
    private ValueTask Child0347(int root) => child(root);

    [Stage]
    private ValueTask Child0348(int root) => child(root);

    [Stage]
    private ValueTask Child0349(int root) => child(root);

    [Stage]
    private ValueTask Child0350(int root) => child(root);

    [Stage]
    private ValueTask Child0351(int root) => child(root);

    [Stage]
    private ValueTask Child0352(int root) => child(root);

    [Stage]
    private ValueTask Child0353(int root) => child(root);

    [Stage]
    private ValueTask Child0354(int root) => child(root);

    [Stage]
    private ValueTask Child0355(int root) => child(root);

    [Stage]
    private ValueTask Child0356(int root) => child(root);

    [Stage]
    private ValueTask Child0357(int root) => child(root);

    [Stage]
    private ValueTask Child0358(int root) => child(root);

    [Stage]
    private ValueTask Child0359(int root) => child(root);

    [Stage]
    private ValueTask Child0360(int root) => child(root);

    [Stage]
    private ValueTask Child0361(int root) => child(root);

    [Stage]
    private ValueTask Child0362(int root) => child(root);

    [Stage]
    private ValueTask Child0363(int root) => child(root);

    [Stage]
    private ValueTask Child0364(int root) => child(root);

    [Stage]
    private ValueTask Child0365(int root) => child(root);

    [Stage]
    private ValueTask Child0366(int root) => child(root);

    [Stage]
    private ValueTask Child0367(int root) => child(root);

    [Stage]
    private ValueTask Child0368(int root) => child(root);

    [Stage]
    private ValueTask Child0369(int root) => child(root);

    [Stage]
    private ValueTask Child0370(int root) => child(root);

    [Stage]
    private ValueTask Child0371(int root) => child(root);

    [Stage]
    private ValueTask Child0372(int root) => child(root);

    [Stage]
    private ValueTask Child0373(int root) => child(root);

    [Stage]
    private ValueTask Child0374(int root) => child(root);

    [Stage]
    private ValueTask Child0375(int root) => child(root);

    [Stage]
    private ValueTask Child0376(int root) => child(root);

    [Stage]
    private ValueTask Child0377(int root) => child(root);

    [Stage]
    private ValueTask Child0378(int root) => child(root);

    [Stage]
    private ValueTask Child0379(int root) => child(root);

    [Stage]
    private ValueTask Child0380(int root) => child(root);

    [Stage]
    private ValueTask Child0381(int root) => child(root);

    [Stage]
    private ValueTask Child0382(int root) => child(root);

    [Stage]
    private ValueTask Child0383(int root) => child(root);

    [Stage]
    private ValueTask Child0384(int root) => child(root);

    [Stage]
    private ValueTask Child0385(int root) => child(root);

    [Stage]
    private ValueTask Child0386(int root) => child(root);

    [Stage]
    private ValueTask Child0387(int root) => child(root);

    [Stage]
    private ValueTask Child0388(int root) => child(root);

    [Stage]
    private ValueTask Child0389(int root) => child(root);

    [Stage]
    private ValueTask Child0390(int root) => child(root);

    [Stage]
    private ValueTask Child0391(int root) => child(root);

    [Stage]
    private ValueTask Child0392(int root) => child(root);

    [Stage]
    private ValueTask Child0393(int root) => child(root);

    [Stage]
    private ValueTask Child0394(int root) => child(root);

    [Stage]
    private ValueTask Child0395(int root) => child(root);

    [Stage]
    private ValueTask Child0396(int root) => child(root);

    [Stage]
    private ValueTask Child0397(int root) => child(root);

    [Stage]
    private ValueTask Child0398(int root) => child(root);

    [Stage]
    private ValueTask Child0399(int root) => child(root);

    [Stage]
    private ValueTask Child0400(int root) => child(root);

    [Stage]
    private ValueTask Child0401(int root) => child(root);

    [Stage]
    private ValueTask Child0402(int root) => child(root);

    [Stage]
    private ValueTask Child0403(int root) => child(root);

    [Stage]
    private ValueTask Child0404(int root) => child(root);

    [Stage]
    private ValueTask Child0405(int root) => child(root);

    [Stage]
    private ValueTask Child0406(int root) => child(root);

    [Stage]
    private ValueTask Child0407(int root) => child(root);

    [Stage]
    private ValueTask Child0408(int root) => child(root);

    [Stage]
    private ValueTask Child0409(int root) => child(root);

    [Stage]
    private ValueTask Child0410(int root) => child(root);

    [Stage]
    private ValueTask Child0411(int root) => child(root);

    [Stage]
    private ValueTask Child0412(int root) => child(root);

    [Stage]
    private ValueTask Child0413(int root) => child(root);

    [Stage]
    private ValueTask Child0414(int root) => child(root);

    [Stage]
    private ValueTask Child0415(int root) => child(root);

    [Stage]
    private ValueTask Child0416(int root) => child(root);

    [Stage]
    private ValueTask Child0417(int root) => child(root);

    [Stage]
    private ValueTask Child0418(int root) => child(root);

    [Stage]
    private ValueTask Child0419(int root) => child(root);

    [Stage]
    private ValueTask Child0420(int root) => child(root);

    [Stage]
    private ValueTask Child0421(int root) => child(root);

    [Stage]
    private ValueTask Child0422(int root) => child(root);

    [Stage]
    private ValueTask Child0423(int root) => child(root);

    [Stage]
    private ValueTask Child0424(int root) => child(root);

    [Stage]
    private ValueTask Child0425(int root) => child(root);

    [Stage]
    private ValueTask Child0426(int root) => child(root);

    [Stage]
    private ValueTask Child0427(int root) => child(root);

    [Stage]
    private ValueTask Child0428(int root) => child(root);

    [Stage]
    private ValueTask Child0429(int root) => child(root);

    [Stage]
    private ValueTask Child0430(int root) => child(root);

    [Stage]
    private ValueTask Child0431(int root) => child(root);

    [Stage]
    private ValueTask Child0432(int root) => child(root);

    [Stage]
    private ValueTask Child0433(int root) => child(root);

    [Stage]
    private ValueTask Child0434(int root) => child(root);

    [Stage]
    private ValueTask Child0435(int root) => child(root);

    [Stage]
    private ValueTask Child0436(int root) => child(root);

    [Stage]
    private ValueTask Child0437(int root) => child(root);

    [Stage]
    private ValueTask Child0438(int root) => child(root);

    [Stage]
    private ValueTask Child0439(int root) => child(root);

    [Stage]
    private ValueTask Child0440(int root) => child(root);

    [Stage]
    private ValueTask Child0441(int root) => child(root);

    [Stage]
    private ValueTask Child0442(int root) => child(root);

    [Stage]
    private ValueTask Child0443(int root) => child(root);

    [Stage]
    private ValueTask Child0444(int root) => child(root);

    [Stage]
    private ValueTask Child0445(int root) => child(root);

    [Stage]
    private ValueTask Child0446(int root) => child(root);

    [Stage]
    private ValueTask Child0447(int root) => child(root);

    [Stage]
    private ValueTask Child0448(int root) => child(root);

    [Stage]
    private ValueTask Child0449(int root) => child(root);

    [Stage]
    private ValueTask Child0450(int root) => child(root);

    [Stage]
    private ValueTask Child0451(int root) => child(root);

    [Stage]
    private ValueTask Child0452(int root) => child(root);

    [Stage]
    private ValueTask Child0453(int root) => child(root);

    [Stage]
    private ValueTask Child0454(int root) => child(root);

    [Stage]
    private ValueTask Child0455(int root) => child(root);

    [Stage]
    private ValueTask Child0456(int root) => child(root);

    [Stage]
    private ValueTask Child0457(int root) => child(root);

    [Stage]
    private ValueTask Child0458(int root) => child(root);

    [Stage]
    private ValueTask Child0459(int root) => child(root);

    [Stage]
    private ValueTask Child0460(int root) => child(root);

    [Stage]
    private ValueTask Child0461(int root) => child(root);

    [Stage]
    private ValueTask Child0462(int root) => child(root);

    [Stage]
    private ValueTask Child0463(int root) => child(root);

    [Stage]
    private ValueTask Child0464(int root) => child(root);

    [Stage]
    private ValueTask Child0465(int root) => child(root);

    [Stage]
    private ValueTask Child0466(int root) => child(root);

    [Stage]
    private ValueTask Child0467(int root) => child(root);

    [Stage]
    private ValueTask Child0468(int root) => child(root);

    [Stage]
    private ValueTask Child0469(int root) => child(root);

    [Stage]
    private ValueTask Child0470(int root) => child(root);

    [Stage]
    private ValueTask Child0471(int root) => child(root);

    [Stage]
    private ValueTask Child0472(int root) => child(root);

    [Stage]
    private ValueTask Child0473(int root) => child(root);

    [Stage]
    private ValueTask Child0474(int root) => child(root);

    [Stage]
    private ValueTask Child0475(int root) => child(root);

    [Stage]
    private ValueTask Child0476(int root) => child(root);

    [Stage]
    private ValueTask Child0477(int root) => child(root);

    [Stage]
    private ValueTask Child0478(int root) => child(root);

    [Stage]
    private ValueTask Child0479(int root) => child(root);

    [Stage]
    private ValueTask Child0480(int root) => child(root);

    [Stage]
    private ValueTask Child0481(int root) => child(root);

    [Stage]
    private ValueTask Child0482(int root) => child(root);

    [Stage]
    private ValueTask Child0483(int root) => child(root);

    [Stage]
    private ValueTask Child0484(int root) => child(root);

    [Stage]
    private ValueTask Child0485(int root) => child(root);

    [Stage]
    private ValueTask Child0486(int root) => child(root);

    [Stage]
    private ValueTask Child0487(int root) => child(root);

    [Stage]
    private ValueTask Child0488(int root) => child(root);

    [Stage]
    private ValueTask Child0489(int root) => child(root);

    [Stage]
    private ValueTask Child0490(int root) => child(root);

    [Stage]
    private ValueTask Child0491(int root) => child(root);

    [Stage]
    private ValueTask Child0492(int root) => child(root);

    [Stage]
    private ValueTask Child0493(int root) => child(root);

    [Stage]
    private ValueTask Child0494(int root) => child(root);

    [Stage]
    private ValueTask Child0495(int root) => child(root);

    [Stage]
    private ValueTask Child0496(int root) => child(root);

    [Stage]
    private ValueTask Child0497(int root) => child(root);

    [Stage]
    private ValueTask Child0498(int root) => child(root);

    [Stage]
    private ValueTask Child0499(int root) => child(root);

    [Stage]
    private ValueTask Child0500(int root) => child(root);

    [Stage]
    private ValueTask Child0501(int root) => child(root);

    [Stage]
    private ValueTask Child0502(int root) => child(root);

    [Stage]
    private ValueTask Child0503(int root) => child(root);

    [Stage]
    private ValueTask Child0504(int root) => child(root);

    [Stage]
    private ValueTask Child0505(int root) => child(root);

    [Stage]
    private ValueTask Child0506(int root) => child(root);

    [Stage]
    private ValueTask Child0507(int root) => child(root);

    [Stage]
    private ValueTask Child0508(int root) => child(root);

    [Stage]
    private ValueTask Child0509(int root) => child(root);

    [Stage]
    private ValueTask Child0510(int root) => child(root);

    [Stage]
    private ValueTask Child0511(int root) => child(root);

    [Stage]
    private ValueTask Child0512(int root) => child(root);

    [Stage]
    private ValueTask Child0513(int root) => child(root);

    [Stage]
    private ValueTask Child0514(int root) => child(root);

    [Stage]
    private ValueTask Child0515(int root) => child(root);

    [Stage]
    private ValueTask Child0516(int root) => child(root);

    [Stage]
    private ValueTask Child0517(int root) => child(root);

    [Stage]
    private ValueTask Child0518(int root) => child(root);

    [Stage]
    private ValueTask Child0519(int root) => child(root);

    [Stage]
    private ValueTask Child0520(int root) => child(root);

    [Stage]
    private ValueTask Child0521(int root) => child(root);

    [Stage]
    private ValueTask Child0522(int root) => child(root);

    [Stage]
    private ValueTask Child0523(int root) => child(root);

    [Stage]
    private ValueTask Child0524(int root) => child(root);

    [Stage]
    private ValueTask Child0525(int root) => child(root);

    [Stage]
    private ValueTask Child0526(int root) => child(root);

    [Stage]
    private ValueTask Child0527(int root) => child(root);

    [Stage]
    private ValueTask Child0528(int root) => child(root);

    [Stage]
    private ValueTask Child0529(int root) => child(root);

    [Stage]
    private ValueTask Child0530(int root) => child(root);

    [Stage]
    private ValueTask Child0531(int root) => child(root);

    [Stage]
    private ValueTask Child0532(int root) => child(root);

    [Stage]
    private ValueTask Child0533(int root) => child(root);

    [Stage]
    private ValueTask Child0534(int root) => child(root);

    [Stage]
    private ValueTask Child0535(int root) => child(root);

    [Stage]
    private ValueTask Child0536(int root) => child(root);

    [Stage]
    private ValueTask Child0537(int root) => child(root);

    [Stage]
    private ValueTask Child0538(int root) => child(root);

    [Stage]
    private ValueTask Child0539(int root) => child(root);

    [Stage]
    private ValueTask Child0540(int root) => child(root);

    [Stage]
    private ValueTask Child0541(int root) => child(root);

    [Stage]
    private ValueTask Child0542(int root) => child(root);

    [Stage]
    private ValueTask Child0543(int root) => child(root);

    [Stage]
    private ValueTask Child0544(int root) => child(root);

    [Stage]
    private ValueTask Child0545(int root) => child(root);

    [Stage]
    private ValueTask Child0546(int root) => child(root);

    [Stage]
    private ValueTask Child0547(int root) => child(root);

    [Stage]
    private ValueTask Child0548(int root) => child(root);

    [Stage]
    private ValueTask Child0549(int root) => child(root);

    [Stage]
    private ValueTask Child0550(int root) => child(root);

    [Stage]
    private ValueTask Child0551(int root) => child(root);

    [Stage]
    private ValueTask Child0552(int root) => child(root);

    [Stage]
    private ValueTask Child0553(int root) => child(root);

    [Stage]
    private ValueTask Child0554(int root) => child(root);

    [Stage]
    private ValueTask Child0555(int root) => child(root);

    [Stage]
    private ValueTask Child0556(int root) => child(root);

    [Stage]
    private ValueTask Child0557(int root) => child(root);

    [Stage]
    private ValueTask Child0558(int root) => child(root);

    [Stage]
    private ValueTask Child0559(int root) => child(root);

    [Stage]
    private ValueTask Child0560(int root) => child(root);

    [Stage]
    private ValueTask Child0561(int root) => child(root);

    [Stage]
    private ValueTask Child0562(int root) => child(root);

    [Stage]
    private ValueTask Child0563(int root) => child(root);

    [Stage]
    private ValueTask Child0564(int root) => child(root);

    [Stage]
    private ValueTask Child0565(int root) => child(root);

    [Stage]
    private ValueTask Child0566(int root) => child(root);

    [Stage]
    private ValueTask Child0567(int root) => child(root);

    [Stage]
    private ValueTask Child0568(int root) => child(root);

    [Stage]
    private ValueTask Child0569(int root) => child(root);

    [Stage]
    private ValueTask Child0570(int root) => child(root);

    [Stage]
    private ValueTask Child0571(int root) => child(root);

    [Stage]
    private ValueTask Child0572(int root) => child(root);

    [Stage]
    private ValueTask Child0573(int root) => child(root);

    [Stage]
    private ValueTask Child0574(int root) => child(root);

    [Stage]
    private ValueTask Child0575(int root) => child(root);

    [Stage]
    private ValueTask Child0576(int root) => child(root);

    [Stage]
    private ValueTask Child0577(int root) => child(root);

    [Stage]
    private ValueTask Child0578(int root) => child(root);

    [Stage]
    private ValueTask Child0579(int root) => child(root);

    [Stage]
    private ValueTask Child0580(int root) => child(root);

    [Stage]
    private ValueTask Child0581(int root) => child(root);

    [Stage]
    private ValueTask Child0582(int root) => child(root);

    [Stage]
    private ValueTask Child0583(int root) => child(root);

    [Stage]
    private ValueTask Child0584(int root) => child(root);

    [Stage]
    private ValueTask Child0585(int root) => child(root);

    [Stage]
    private ValueTask Child0586(int root) => child(root);

    [Stage]
    private ValueTask Child0587(int root) => child(root);

    [Stage]
    private ValueTask Child0588(int root) => child(root);

    [Stage]
    private ValueTask Child0589(int root) => child(root);

    [Stage]
    private ValueTask Child0590(int root) => child(root);

    [Stage]
    private ValueTask Child0591(int root) => child(root);

    [Stage]
    private ValueTask Child0592(int root) => child(root);

    [Stage]
    private ValueTask Child0593(int root) => child(root);

    [Stage]
    private ValueTask Child0594(int root) => child(root);

    [Stage]
    private ValueTask Child0595(int root) => child(root);

    [Stage]
    private ValueTask Child0596(int root) => child(root);

    [Stage]
    private ValueTask Child0597(int root) => child(root);

    [Stage]
    private ValueTask Child0598(int root) => child(root);

    [Stage]
    private ValueTask Child0599(int root) => child(root);

    [Stage]
    private ValueTask Child0600(int root) => child(root);

    [Stage]
    private ValueTask Child0601(int root) => child(root);

    [Stage]
    private ValueTask Child0602(int root) => child(root);

    [Stage]
    private ValueTask Child0603(int root) => child(root);

    [Stage]
    private ValueTask Child0604(int root) => child(root);

    [Stage]
    private ValueTask Child0605(int root) => child(root);

    [Stage]
    private ValueTask Child0606(int root) => child(root);

    [Stage]
    private ValueTask Child0607(int root) => child(root);

    [Stage]
    private ValueTask Child0608(int root) => child(root);

    [Stage]
    private ValueTask Child0609(int root) => child(root);

    [Stage]
    private ValueTask Child0610(int root) => child(root);

    [Stage]
    private ValueTask Child0611(int root) => child(root);

    [Stage]
    private ValueTask Child0612(int root) => child(root);

    [Stage]
    private ValueTask Child0613(int root) => child(root);

    [Stage]
    private ValueTask Child0614(int root) => child(root);

    [Stage]
    private ValueTask Child0615(int root) => child(root);

    [Stage]
    private ValueTask Child0616(int root) => child(root);

    [Stage]
    private ValueTask Child0617(int root) => child(root);

    [Stage]
    private ValueTask Child0618(int root) => child(root);

    [Stage]
    private ValueTask Child0619(int root) => child(root);

    [Stage]
    private ValueTask Child0620(int root) => child(root);

    [Stage]
    private ValueTask Child0621(int root) => child(root);

    [Stage]
    private ValueTask Child0622(int root) => child(root);

    [Stage]
    private ValueTask Child0623(int root) => child(root);

    [Stage]
    private ValueTask Child0624(int root) => child(root);

    [Stage]
    private ValueTask Child0625(int root) => child(root);

    [Stage]
    private ValueTask Child0626(int root) => child(root);

    [Stage]
    private ValueTask Child0627(int root) => child(root);

    [Stage]
    private ValueTask Child0628(int root) => child(root);

    [Stage]
    private ValueTask Child0629(int root) => child(root);

    [Stage]
    private ValueTask Child0630(int root) => child(root);

    [Stage]
    private ValueTask Child0631(int root) => child(root);

    [Stage]
    private ValueTask Child0632(int root) => child(root);

    [Stage]
    private ValueTask Child0633(int root) => child(root);

    [Stage]
    private ValueTask Child0634(int root) => child(root);

    [Stage]
    private ValueTask Child0635(int root) => child(root);

    [Stage]
    private ValueTask Child0636(int root) => child(root);

    [Stage]
    private ValueTask Child0637(int root) => child(root);

    [Stage]
    private ValueTask Child0638(int root) => child(root);

    [Stage]
    private ValueTask Child0639(int root) => child(root);

    [Stage]
    private ValueTask Child0640(int root) => child(root);

    [Stage]
    private ValueTask Child0641(int root) => child(root);

    [Stage]
    private ValueTask Child0642(int root) => child(root);

    [Stage]
    private ValueTask Child0643(int root) => child(root);

    [Stage]
    private ValueTask Child0644(int root) => child(root);

    [Stage]
    private ValueTask Child0645(int root) => child(root);

    [Stage]
    private ValueTask Child0646(int root) => child(root);

    [Stage]
    private ValueTask Child0647(int root) => child(root);

    [Stage]
    private ValueTask Child0648(int root) => child(root);

    [Stage]
    private ValueTask Child0649(int root) => child(root);

    [Stage]
    private ValueTask Child0650(int root) => child(root);

    [Stage]
    private ValueTask Child0651(int root) => child(root);

    [Stage]
    private ValueTask Child0652(int root) => child(root);

    [Stage]
    private ValueTask Child0653(int root) => child(root);

    [Stage]
    private ValueTask Child0654(int root) => child(root);

    [Stage]
    private ValueTask Child0655(int root) => child(root);

    [Stage]
    private ValueTask Child0656(int root) => child(root);

    [Stage]
    private ValueTask Child0657(int root) => child(root);

    [Stage]
    private ValueTask Child0658(int root) => child(root);

    [Stage]
    private ValueTask Child0659(int root) => child(root);

    [Stage]
    private ValueTask Child0660(int root) => child(root);

    [Stage]
    private ValueTask Child0661(int root) => child(root);

    [Stage]
    private ValueTask Child0662(int root) => child(root);

    [Stage]
    private ValueTask Child0663(int root) => child(root);

    [Stage]
    private ValueTask Child0664(int root) => child(root);

    [Stage]
    private ValueTask Child0665(int root) => child(root);

    [Stage]
    private ValueTask Child0666(int root) => child(root);

    [Stage]
    private ValueTask Child0667(int root) => child(root);

    [Stage]
    private ValueTask Child0668(int root) => child(root);

    [Stage]
    private ValueTask Child0669(int root) => child(root);

    [Stage]
    private ValueTask Child0670(int root) => child(root);

    [Stage]
    private ValueTask Child0671(int root) => child(root);

    [Stage]
    private ValueTask Child0672(int root) => child(root);

    [Stage]
    private ValueTask Child0673(int root) => child(root);

    [Stage]
    private ValueTask Child0674(int root) => child(root);

    [Stage]
    private ValueTask Child0675(int root) => child(root);

    [Stage]
    private ValueTask Child0676(int root) => child(root);

    [Stage]
    private ValueTask Child0677(int root) => child(root);

    [Stage]
    private ValueTask Child0678(int root) => child(root);

    [Stage]
    private ValueTask Child0679(int root) => child(root);

    [Stage]
    private ValueTask Child0680(int root) => child(root);

    [Stage]
    private ValueTask Child0681(int root) => child(root);

    [Stage]
    private ValueTask Child0682(int root) => child(root);

    [Stage]
    private ValueTask Child0683(int root) => child(root);

    [Stage]
    private ValueTask Child0684(int root) => child(root);

    [Stage]
    private ValueTask Child0685(int root) => child(root);

    [Stage]
    private ValueTask Child0686(int root) => child(root);

    [Stage]
    private ValueTask Child0687(int root) => child(root);

    [Stage]
    private ValueTask Child0688(int root) => child(root);

    [Stage]
    private ValueTask Child0689(int root) => child(root);

    [Stage]
    private ValueTask Child0690(int root) => child(root);

    [Stage]
    private ValueTask Child0691(int root) => child(root);

    [Stage]
    private ValueTask Child0692(int root) => child(root);

    [Stage]
    private ValueTask Child0693(int root) => child(root);

    [Stage]
    private ValueTask Child0694(int root) => child(root);

    [Stage]
    private ValueTask Child0695(int root) => child(root);

    [Stage]
    private ValueTask Child0696(int root) => child(root);

    [Stage]
    private ValueTask Child0697(int root) => child(root);

    [Stage]
    private ValueTask Child0698(int root) => child(root);

    [Stage]
    private ValueTask Child0699(int root) => child(root);

    [Stage]
    private ValueTask Child0700(int root) => child(root);

    [Stage]
    private ValueTask Child0701(int root) => child(root);

    [Stage]
    private ValueTask Child0702(int root) => child(root);

    [Stage]
    private ValueTask Child0703(int root) => child(root);

    [Stage]
    private ValueTask Child0704(int root) => child(root);

    [Stage]
    private ValueTask Child0705(int root) => child(root);

    [Stage]
    private ValueTask Child0706(int root) => child(root);

    [Stage]
    private ValueTask Child0707(int root) => child(root);

    [Stage]
    private ValueTask Child0708(int root) => child(root);

    [Stage]
    private ValueTask Child0709(int root) => child(root);

    [Stage]
    private ValueTask Child0710(int root) => child(root);

    [Stage]
    private ValueTask Child0711(int root) => child(root);

    [Stage]
    private ValueTask Child0712(int root) => child(root);

    [Stage]
    private ValueTask Child0713(int root) => child(root);

    [Stage]
    private ValueTask Child0714(int root) => child(root);

    [Stage]
    private ValueTask Child0715(int root) => child(root);

    [Stage]
    private ValueTask Child0716(int root) => child(root);

    [Stage]
    private ValueTask Child0717(int root) => child(root);

    [Stage]
    private ValueTask Child0718(int root) => child(root);

    [Stage]
    private ValueTask Child0719(int root) => child(root);

    [Stage]
    private ValueTask Child0720(int root) => child(root);

    [Stage]
    private ValueTask Child0721(int root) => child(root);

    [Stage]
    private ValueTask Child0722(int root) => child(root);

    [Stage]
    private ValueTask Child0723(int root) => child(root);

    [Stage]
    private ValueTask Child0724(int root) => child(root);

    [Stage]
    private ValueTask Child0725(int root) => child(root);

    [Stage]
    private ValueTask Child0726(int root) => child(root);

    [Stage]
    private ValueTask Child0727(int root) => child(root);

    [Stage]
    private ValueTask Child0728(int root) => child(root);

    [Stage]
    private ValueTask Child0729(int root) => child(root);

    [Stage]
    private ValueTask Child0730(int root) => child(root);

    [Stage]
    private ValueTask Child0731(int root) => child(root);

    [Stage]
    private ValueTask Child0732(int root) => child(root);

    [Stage]
    private ValueTask Child0733(int root) => child(root);

    [Stage]
    private ValueTask Child0734(int root) => child(root);

    [Stage]
    private ValueTask Child0735(int root) => child(root);

    [Stage]
    private ValueTask Child0736(int root) => child(root);

    [Stage]
    private ValueTask Child0737(int root) => child(root);

    [Stage]
    private ValueTask Child0738(int root) => child(root);

    [Stage]
    private ValueTask Child0739(int root) => child(root);

    [Stage]
    private ValueTask Child0740(int root) => child(root);

    [Stage]
    private ValueTask Child0741(int root) => child(root);

    [Stage]
    private ValueTask Child0742(int root) => child(root);

    [Stage]
    private ValueTask Child0743(int root) => child(root);

    [Stage]
    private ValueTask Child0744(int root) => child(root);

    [Stage]
    private ValueTask Child0745(int root) => child(root);

    [Stage]
    private ValueTask Child0746(int root) => child(root);

    [Stage]
    private ValueTask Child0747(int root) => child(root);

    [Stage]
    private ValueTask Child0748(int root) => child(root);

    [Stage]
    private ValueTask Child0749(int root) => child(root);

    [Stage]
    private ValueTask Child0750(int root) => child(root);

    [Stage]
    private ValueTask Child0751(int root) => child(root);

    [Stage]
    private ValueTask Child0752(int root) => child(root);

    [Stage]
    private ValueTask Child0753(int root) => child(root);

    [Stage]
    private ValueTask Child0754(int root) => child(root);

    [Stage]
    private ValueTask Child0755(int root) => child(root);

    [Stage]
    private ValueTask Child0756(int root) => child(root);

    [Stage]
    private ValueTask Child0757(int root) => child(root);

    [Stage]
    private ValueTask Child0758(int root) => child(root);

    [Stage]
    private ValueTask Child0759(int root) => child(root);

    [Stage]
    private ValueTask Child0760(int root) => child(root);

    [Stage]
    private ValueTask Child0761(int root) => child(root);

    [Stage]
    private ValueTask Child0762(int root) => child(root);

    [Stage]
    private ValueTask Child0763(int root) => child(root);

    [Stage]
    private ValueTask Child0764(int root) => child(root);

    [Stage]
    private ValueTask Child0765(int root) => child(root);

    [Stage]
    private ValueTask Child0766(int root) => child(root);

    [Stage]
    private ValueTask Child0767(int root) => child(root);

    [Stage]
    private ValueTask Child0768(int root) => child(root);

    [Stage]
    private ValueTask Child0769(int root) => child(root);

    [Stage]
    private ValueTask Child0770(int root) => child(root);

    [Stage]
    private ValueTask Child0771(int root) => child(root);

    [Stage]
    private ValueTask Child0772(int root) => child(root);

    [Stage]
    private ValueTask Child0773(int root) => child(root);

    [Stage]
    private ValueTask Child0774(int root) => child(root);

    [Stage]
    private ValueTask Child0775(int root) => child(root);

    [Stage]
    private ValueTask Child0776(int root) => child(root);

    [Stage]
    private ValueTask Child0777(int root) => child(root);

    [Stage]
    private ValueTask Child0778(int root) => child(root);

    [Stage]
    private ValueTask Child0779(int root) => child(root);

    [Stage]
    private ValueTask Child0780(int root) => child(root);

    [Stage]
    private ValueTask Child0781(int root) => child(root);

    [Stage]
    private ValueTask Child0782(int root) => child(root);

    [Stage]
    private ValueTask Child0783(int root) => child(root);

    [Stage]
    private ValueTask Child0784(int root) => child(root);

    [Stage]
    private ValueTask Child0785(int root) => child(root);

    [Stage]
    private ValueTask Child0786(int root) => child(root);

    [Stage]
    private ValueTask Child0787(int root) => child(root);

    [Stage]
    private ValueTask Child0788(int root) => child(root);

    [Stage]
    private ValueTask Child0789(int root) => child(root);

    [Stage]
    private ValueTask Child0790(int root) => child(root);

    [Stage]
    private ValueTask Child0791(int root) => child(root);

    [Stage]
    private ValueTask Child0792(int root) => child(root);

    [Stage]
    private ValueTask Child0793(int root) => child(root);

    [Stage]
    private ValueTask Child0794(int root) => child(root);

    [Stage]
    private ValueTask Child0795(int root) => child(root);

    [Stage]
    private ValueTask Child0796(int root) => child(root);

    [Stage]
    private ValueTask Child0797(int root) => child(root);

    [Stage]
    private ValueTask Child0798(int root) => child(root);

    [Stage]
    private ValueTask Child0799(int root) => child(root);

    [Stage]
    private ValueTask Child0800(int root) => child(root);

    [Stage]
    private ValueTask Child0801(int root) => child(root);

    [Stage]
    private ValueTask Child0802(int root) => child(root);

    [Stage]
    private ValueTask Child0803(int root) => child(root);

    [Stage]
    private ValueTask Child0804(int root) => child(root);

    [Stage]
    private ValueTask Child0805(int root) => child(root);

    [Stage]
    private ValueTask Child0806(int root) => child(root);

    [Stage]
    private ValueTask Child0807(int root) => child(root);

    [Stage]
    private ValueTask Child0808(int root) => child(root);

    [Stage]
    private ValueTask Child0809(int root) => child(root);

    [Stage]
    private ValueTask Child0810(int root) => child(root);

    [Stage]
    private ValueTask Child0811(int root) => child(root);

    [Stage]
    private ValueTask Child0812(int root) => child(root);

    [Stage]
    private ValueTask Child0813(int root) => child(root);

    [Stage]
    private ValueTask Child0814(int root) => child(root);

    [Stage]
    private ValueTask Child0815(int root) => child(root);

    [Stage]
    private ValueTask Child0816(int root) => child(root);

    [Stage]
    private ValueTask Child0817(int root) => child(root);

    [Stage]
    private ValueTask Child0818(int root) => child(root);

    [Stage]
    private ValueTask Child0819(int root) => child(root);

    [Stage]
    private ValueTask Child0820(int root) => child(root);

    [Stage]
    private ValueTask Child0821(int root) => child(root);

    [Stage]
    private ValueTask Child0822(int root) => child(root);

    [Stage]
    private ValueTask Child0823(int root) => child(root);

    [Stage]
    private ValueTask Child0824(int root) => child(root);

    [Stage]
    private ValueTask Child0825(int root) => child(root);

    [Stage]
    private ValueTask Child0826(int root) => child(root);

    [Stage]
    private ValueTask Child0827(int root) => child(root);

    [Stage]
    private ValueTask Child0828(int root) => child(root);

    [Stage]
    private ValueTask Child0829(int root) => child(root);

    [Stage]
    private ValueTask Child0830(int root) => child(root);

    [Stage]
    private ValueTask Child0831(int root) => child(root);

    [Stage]
    private ValueTask Child0832(int root) => child(root);

    [Stage]
    private ValueTask Child0833(int root) => child(root);

    [Stage]
    private ValueTask Child0834(int root) => child(root);

    [Stage]
    private ValueTask Child0835(int root) => child(root);

    [Stage]
    private ValueTask Child0836(int root) => child(root);

    [Stage]
    private ValueTask Child0837(int root) => child(root);

    [Stage]
    private ValueTask Child0838(int root) => child(root);

    [Stage]
    private ValueTask Child0839(int root) => child(root);

    [Stage]
    private ValueTask Child0840(int root) => child(root);

    [Stage]
    private ValueTask Child0841(int root) => child(root);

    [Stage]
    private ValueTask Child0842(int root) => child(root);

    [Stage]
    private ValueTask Child0843(int root) => child(root);

    [Stage]
    private ValueTask Child0844(int root) => child(root);

    [Stage]
    private ValueTask Child0845(int root) => child(root);

    [Stage]
    private ValueTask Child0846(int root) => child(root);

    [Stage]
    private ValueTask Child0847(int root) => child(root);

    [Stage]
    private ValueTask Child0848(int root) => child(root);

    [Stage]
    private ValueTask Child0849(int root) => child(root);

    [Stage]
    private ValueTask Child0850(int root) => child(root);

    [Stage]
    private ValueTask Child0851(int root) => child(root);

    [Stage]
    private ValueTask Child0852(int root) => child(root);

    [Stage]
    private ValueTask Child0853(int root) => child(root);

    [Stage]
    private ValueTask Child0854(int root) => child(root);

    [Stage]
    private ValueTask Child0855(int root) => child(root);

    [Stage]
    private ValueTask Child0856(int root) => child(root);

    [Stage]
    private ValueTask Child0857(int root) => child(root);

    [Stage]
    private ValueTask Child0858(int root) => child(root);

    [Stage]
    private ValueTask Child0859(int root) => child(root);

    [Stage]
    private ValueTask Child0860(int root) => child(root);

    [Stage]
    private ValueTask Child0861(int root) => child(root);

    [Stage]
    private ValueTask Child0862(int root) => child(root);

    [Stage]
    private ValueTask Child0863(int root) => child(root);

    [Stage]
    private ValueTask Child0864(int root) => child(root);

    [Stage]
    private ValueTask Child0865(int root) => child(root);

    [Stage]
    private ValueTask Child0866(int root) => child(root);

    [Stage]
    private ValueTask Child0867(int root) => child(root);

    [Stage]
    private ValueTask Child0868(int root) => child(root);

    [Stage]
    private ValueTask Child0869(int root) => child(root);

    [Stage]
    private ValueTask Child0870(int root) => child(root);

    [Stage]
    private ValueTask Child0871(int root) => child(root);

    [Stage]
    private ValueTask Child0872(int root) => child(root);

    [Stage]
    private ValueTask Child0873(int root) => child(root);

    [Stage]
    private ValueTask Child0874(int root) => child(root);

    [Stage]
    private ValueTask Child0875(int root) => child(root);

    [Stage]
    private ValueTask Child0876(int root) => child(root);

    [Stage]
    private ValueTask Child0877(int root) => child(root);

    [Stage]
    private ValueTask Child0878(int root) => child(root);

    [Stage]
    private ValueTask Child0879(int root) => child(root);

    [Stage]
    private ValueTask Child0880(int root) => child(root);

    [Stage]
    private ValueTask Child0881(int root) => child(root);

    [Stage]
    private ValueTask Child0882(int root) => child(root);

    [Stage]
    private ValueTask Child0883(int root) => child(root);

    [Stage]
    private ValueTask Child0884(int root) => child(root);

    [Stage]
    private ValueTask Child0885(int root) => child(root);

    [Stage]
    private ValueTask Child0886(int root) => child(root);

    [Stage]
    private ValueTask Child0887(int root) => child(root);

    [Stage]
    private ValueTask Child0888(int root) => child(root);

    [Stage]
    private ValueTask Child0889(int root) => child(root);

    [Stage]
    private ValueTask Child0890(int root) => child(root);

    [Stage]
    private ValueTask Child0891(int root) => child(root);

    [Stage]
    private ValueTask Child0892(int root) => child(root);

    [Stage]
    private ValueTask Child0893(int root) => child(root);

    [Stage]
    private ValueTask Child0894(int root) => child(root);

    [Stage]
    private ValueTask Child0895(int root) => child(root);

    [Stage]
    private ValueTask Child0896(int root) => child(root);

    [Stage]
    private ValueTask Child0897(int root) => child(root);

    [Stage]
    private ValueTask Child0898(int root) => child(root);

    [Stage]
    private ValueTask Child0899(int root) => child(root);

    [Stage]
    private ValueTask Child0900(int root) => child(root);

    [Stage]
    private ValueTask Child0901(int root) => child(root);

    [Stage]
    private ValueTask Child0902(int root) => child(root);

    [Stage]
    private ValueTask Child0903(int root) => child(root);

    [Stage]
    private ValueTask Child0904(int root) => child(root);

    [Stage]
    private ValueTask Child0905(int root) => child(root);

    [Stage]
    private ValueTask Child0906(int root) => child(root);

    [Stage]
    private ValueTask Child0907(int root) => child(root);

    [Stage]
    private ValueTask Child0908(int root) => child(root);

    [Stage]
    private ValueTask Child0909(int root) => child(root);

    [Stage]
    private ValueTask Child0910(int root) => child(root);

    [Stage]
    private ValueTask Child0911(int root) => child(root);

    [Stage]
    private ValueTask Child0912(int root) => child(root);

    [Stage]
    private ValueTask Child0913(int root) => child(root);

    [Stage]
    private ValueTask Child0914(int root) => child(root);

    [Stage]
    private ValueTask Child0915(int root) => child(root);

    [Stage]
    private ValueTask Child0916(int root) => child(root);

    [Stage]
    private ValueTask Child0917(int root) => child(root);

    [Stage]
    private ValueTask Child0918(int root) => child(root);

    [Stage]
    private ValueTask Child0919(int root) => child(root);

    [Stage]
    private ValueTask Child0920(int root) => child(root);

    [Stage]
    private ValueTask Child0921(int root) => child(root);

    [Stage]
    private ValueTask Child0922(int root) => child(root);

    [Stage]
    private ValueTask Child0923(int root) => child(root);

    [Stage]
    private ValueTask Child0924(int root) => child(root);

    [Stage]
    private ValueTask Child0925(int root) => child(root);

    [Stage]
    private ValueTask Child0926(int root) => child(root);

    [Stage]
    private ValueTask Child0927(int root) => child(root);

    [Stage]
    private ValueTask Child0928(int root) => child(root);

    [Stage]
    private ValueTask Child0929(int root) => child(root);

    [Stage]
    private ValueTask Child0930(int root) => child(root);

    [Stage]
    private ValueTask Child0931(int root) => child(root);

    [Stage]
    private ValueTask Child0932(int root) => child(root);

    [Stage]
    private ValueTask Child0933(int root) => child(root);

    [Stage]
    private ValueTask Child0934(int root) => child(root);

    [Stage]
    private ValueTask Child0935(int root) => child(root);

    [Stage]
    private ValueTask Child0936(int root) => child(root);

    [Stage]
    private ValueTask Child0937(int root) => child(root);

    [Stage]
    private ValueTask Child0938(int root) => child(root);

    [Stage]
    private ValueTask Child0939(int root) => child(root);

    [Stage]
    private ValueTask Child0940(int root) => child(root);

    [Stage]
    private ValueTask Child0941(int root) => child(root);

    [Stage]
    private ValueTask Child0942(int root) => child(root);

    [Stage]
    private ValueTask Child0943(int root) => child(root);

    [Stage]
    private ValueTask Child0944(int root) => child(root);

    [Stage]
    private ValueTask Child0945(int root) => child(root);

    [Stage]
    private ValueTask Child0946(int root) => child(root);

    [Stage]
    private ValueTask Child0947(int root) => child(root);

    [Stage]
    private ValueTask Child0948(int root) => child(root);

    [Stage]
    private ValueTask Child0949(int root) => child(root);

    [Stage]
    private ValueTask Child0950(int root) => child(root);

    [Stage]
    private ValueTask Child0951(int root) => child(root);

    [Stage]
    private ValueTask Child0952(int root) => child(root);

    [Stage]
    private ValueTask Child0953(int root) => child(root);

    [Stage]
    private ValueTask Child0954(int root) => child(root);

    [Stage]
    private ValueTask Child0955(int root) => child(root);

    [Stage]
    private ValueTask Child0956(int root) => child(root);

    [Stage]
    private ValueTask Child0957(int root) => child(root);

    [Stage]
    private ValueTask Child0958(int root) => child(root);

    [Stage]
    private ValueTask Child0959(int root) => child(root);

    [Stage]
    private ValueTask Child0960(int root) => child(root);

    [Stage]
    private ValueTask Child0961(int root) => child(root);

    [Stage]
    private ValueTask Child0962(int root) => child(root);

    [Stage]
    private ValueTask Child0963(int root) => child(root);

    [Stage]
    private ValueTask Child0964(int root) => child(root);

    [Stage]
    private ValueTask Child0965(int root) => child(root);

    [Stage]
    private ValueTask Child0966(int root) => child(root);

    [Stage]
    private ValueTask Child0967(int root) => child(root);

    [Stage]
    private ValueTask Child0968(int root) => child(root);

    [Stage]
    private ValueTask Child0969(int root) => child(root);

    [Stage]
    private ValueTask Child0970(int root) => child(root);

    [Stage]
    private ValueTask Child0971(int root) => child(root);

    [Stage]
    private ValueTask Child0972(int root) => child(root);

    [Stage]
    private ValueTask Child0973(int root) => child(root);

    [Stage]
    private ValueTask Child0974(int root) => child(root);

    [Stage]
    private ValueTask Child0975(int root) => child(root);

    [Stage]
    private ValueTask Child0976(int root) => child(root);

    [Stage]
    private ValueTask Child0977(int root) => child(root);

    [Stage]
    private ValueTask Child0978(int root) => child(root);

    [Stage]
    private ValueTask Child0979(int root) => child(root);

    [Stage]
    private ValueTask Child0980(int root) => child(root);

    [Stage]
    private ValueTask Child0981(int root) => child(root);

    [Stage]
    private ValueTask Child0982(int root) => child(root);

    [Stage]
    private ValueTask Child0983(int root) => child(root);

    [Stage]
    private ValueTask Child0984(int root) => child(root);

    [Stage]
    private ValueTask Child0985(int root) => child(root);

    [Stage]
    private ValueTask Child0986(int root) => child(root);

    [Stage]
    private ValueTask Child0987(int root) => child(root);

    [Stage]
    private ValueTask Child0988(int root) => child(root);

    [Stage]
    private ValueTask Child0989(int root) => child(root);

    [Stage]
    private ValueTask Child0990(int root) => child(root);

    [Stage]
    private ValueTask Child0991(int root) => child(root);

    [Stage]
    private ValueTask Child0992(int root) => child(root);

    [Stage]
    private ValueTask Child0993(int root) => child(root);

    [Stage]
    private ValueTask Child0994(int root) => child(root);

    [Stage]
    private ValueTask Child0995(int root) => child(root);

    [Stage]
    private ValueTask Child0996(int root) => child(root);

    [Stage]
    private ValueTask Child0997(int root) => child(root);

    [Stage]
    private ValueTask Child0998(int root) => child(root);

    [Stage]
    private ValueTask Child0999(int root) => child(root);

    [Stage]
    private ValueTask Child1000(int root) => child(root);
}
