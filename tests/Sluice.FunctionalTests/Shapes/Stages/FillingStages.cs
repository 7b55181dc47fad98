namespace Sluice.FunctionalTests.Shapes;

/// <summary>Stages that do nothing, one after the other: more than fit in one method.</summary>
public static class FillingStages
{
    [Stage]
    public static int Fill0(Loaded loaded) => loaded.Number;

    [Stage]
    public static int Fill1([From(nameof(Fill0))] int number) => number;

    [Stage]
    public static int Fill2([From(nameof(Fill1))] int number) => number;

    [Stage]
    public static int Fill3([From(nameof(Fill2))] int number) => number;

    [Stage]
    public static int Fill4([From(nameof(Fill3))] int number) => number;

    [Stage]
    public static int Fill5([From(nameof(Fill4))] int number) => number;

    [Stage]
    public static int Fill6([From(nameof(Fill5))] int number) => number;

    [Stage]
    public static int Fill7([From(nameof(Fill6))] int number) => number;

    [Stage]
    public static int Fill8([From(nameof(Fill7))] int number) => number;

    [Stage]
    public static int Fill9([From(nameof(Fill8))] int number) => number;

    [Stage]
    public static int Fill10([From(nameof(Fill9))] int number) => number;

    [Stage]
    public static int Fill11([From(nameof(Fill10))] int number) => number;

    [Stage]
    public static int Fill12([From(nameof(Fill11))] int number) => number;

    [Stage]
    public static int Fill13([From(nameof(Fill12))] int number) => number;

    [Stage]
    public static int Fill14([From(nameof(Fill13))] int number) => number;

    [Stage]
    public static int Fill15([From(nameof(Fill14))] int number) => number;

    [Stage]
    public static int Fill16([From(nameof(Fill15))] int number) => number;

    [Stage]
    public static int Fill17([From(nameof(Fill16))] int number) => number;

    [Stage]
    public static int Fill18([From(nameof(Fill17))] int number) => number;

    [Stage]
    public static int Fill19([From(nameof(Fill18))] int number) => number;

    [Stage]
    public static int Fill20([From(nameof(Fill19))] int number) => number;

    [Stage]
    public static int Fill21([From(nameof(Fill20))] int number) => number;

    [Stage]
    public static int Fill22([From(nameof(Fill21))] int number) => number;

    [Stage]
    public static int Fill23([From(nameof(Fill22))] int number) => number;

    [Stage]
    public static int Fill24([From(nameof(Fill23))] int number) => number;

    [Stage]
    public static int Fill25([From(nameof(Fill24))] int number) => number;

    [Stage]
    public static int Fill26([From(nameof(Fill25))] int number) => number;

    [Stage]
    public static int Fill27([From(nameof(Fill26))] int number) => number;

    [Stage]
    public static int Fill28([From(nameof(Fill27))] int number) => number;

    [Stage]
    public static int Fill29([From(nameof(Fill28))] int number) => number;

    [Stage]
    public static int Fill30([From(nameof(Fill29))] int number) => number;

    [Stage]
    public static int Fill31([From(nameof(Fill30))] int number) => number;

    [Stage]
    public static int Fill32([From(nameof(Fill31))] int number) => number;

    [Stage]
    public static int Fill33([From(nameof(Fill32))] int number) => number;

    [Stage]
    public static int Fill34([From(nameof(Fill33))] int number) => number;

    [Stage]
    public static int Fill35([From(nameof(Fill34))] int number) => number;

    [Stage]
    public static int Fill36([From(nameof(Fill35))] int number) => number;

    [Stage]
    public static int Fill37([From(nameof(Fill36))] int number) => number;

    [Stage]
    public static int Fill38([From(nameof(Fill37))] int number) => number;

    [Stage]
    public static int Fill39([From(nameof(Fill38))] int number) => number;

    [Stage]
    public static int Fill40([From(nameof(Fill39))] int number) => number;

    [Stage]
    public static int Fill41([From(nameof(Fill40))] int number) => number;

    [Stage]
    public static int Fill42([From(nameof(Fill41))] int number) => number;

    [Stage]
    public static int Fill43([From(nameof(Fill42))] int number) => number;

    [Stage]
    public static int Fill44([From(nameof(Fill43))] int number) => number;

    [Stage]
    public static int Fill45([From(nameof(Fill44))] int number) => number;

    [Stage]
    public static int Fill46([From(nameof(Fill45))] int number) => number;

    [Stage]
    public static int Fill47([From(nameof(Fill46))] int number) => number;

    [Stage]
    public static int Fill48([From(nameof(Fill47))] int number) => number;

    [Stage]
    public static int Fill49([From(nameof(Fill48))] int number) => number;

    [Stage]
    public static int Fill50([From(nameof(Fill49))] int number) => number;

    [Stage]
    public static int Fill51([From(nameof(Fill50))] int number) => number;

    [Stage]
    public static int Fill52([From(nameof(Fill51))] int number) => number;

    [Stage]
    public static int Fill53([From(nameof(Fill52))] int number) => number;

    [Stage]
    public static int Fill54([From(nameof(Fill53))] int number) => number;

    [Stage]
    public static int Fill55([From(nameof(Fill54))] int number) => number;

    [Stage]
    public static int Fill56([From(nameof(Fill55))] int number) => number;

    [Stage]
    public static int Fill57([From(nameof(Fill56))] int number) => number;

    [Stage]
    public static int Fill58([From(nameof(Fill57))] int number) => number;

    [Stage]
    public static int Fill59([From(nameof(Fill58))] int number) => number;

    [Stage]
    public static int Fill60([From(nameof(Fill59))] int number) => number;

    [Stage]
    public static int Fill61([From(nameof(Fill60))] int number) => number;

    [Stage]
    public static int Fill62([From(nameof(Fill61))] int number) => number;

    [Stage]
    public static int Fill63([From(nameof(Fill62))] int number) => number;

    [Stage]
    public static int Fill64([From(nameof(Fill63))] int number) => number;

    [Stage]
    public static int Fill65([From(nameof(Fill64))] int number) => number;

    [Stage]
    public static int Fill66([From(nameof(Fill65))] int number) => number;

    [Stage]
    public static int Fill67([From(nameof(Fill66))] int number) => number;

    [Stage]
    public static int Fill68([From(nameof(Fill67))] int number) => number;

    [Stage]
    public static int Fill69([From(nameof(Fill68))] int number) => number;
}
