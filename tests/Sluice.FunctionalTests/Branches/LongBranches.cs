using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Branches;

/// <summary>Twenty similar branches in sequence, each of which may go up, go down, be skipped or fail.</summary>
[Pipeline]
internal sealed partial class LongBranches(Steps steps)
{
    [return: From(nameof(Join19))]
    public partial int Run(int start);

    [return: From(nameof(Join19))]
    public partial PipelineResult<int> Report(int start);

    private bool IsEven00([From("start")] int number) => steps.Note("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven00))]
    private int Up00([From("start")] int number) => steps.Note("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven00))]
    private Optional<int> Down00([From("start")] int number) => BranchRules.Down(steps.Note("Down", number));

    [Stage]
    private int Join00([From("start")] int number, [From(nameof(Up00), nameof(Down00))] Outcome<int> next) =>
        steps.Note("Join", BranchRules.Join(number, next));

    private bool IsEven01([From(nameof(Join00))] int number) => steps.Note("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven01))]
    private int Up01([From(nameof(Join00))] int number) => steps.Note("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven01))]
    private Optional<int> Down01([From(nameof(Join00))] int number) => BranchRules.Down(steps.Note("Down", number));

    [Stage]
    private int Join01([From(nameof(Join00))] int number, [From(nameof(Up01), nameof(Down01))] Outcome<int> next) =>
        steps.Note("Join", BranchRules.Join(number, next));

    private bool IsEven02([From(nameof(Join01))] int number) => steps.Note("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven02))]
    private int Up02([From(nameof(Join01))] int number) => steps.Note("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven02))]
    private Optional<int> Down02([From(nameof(Join01))] int number) => BranchRules.Down(steps.Note("Down", number));

    [Stage]
    private int Join02([From(nameof(Join01))] int number, [From(nameof(Up02), nameof(Down02))] Outcome<int> next) =>
        steps.Note("Join", BranchRules.Join(number, next));

    private bool IsEven03([From(nameof(Join02))] int number) => steps.Note("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven03))]
    private int Up03([From(nameof(Join02))] int number) => steps.Note("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven03))]
    private Optional<int> Down03([From(nameof(Join02))] int number) => BranchRules.Down(steps.Note("Down", number));

    [Stage]
    private int Join03([From(nameof(Join02))] int number, [From(nameof(Up03), nameof(Down03))] Outcome<int> next) =>
        steps.Note("Join", BranchRules.Join(number, next));

    private bool IsEven04([From(nameof(Join03))] int number) => steps.Note("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven04))]
    private int Up04([From(nameof(Join03))] int number) => steps.Note("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven04))]
    private Optional<int> Down04([From(nameof(Join03))] int number) => BranchRules.Down(steps.Note("Down", number));

    [Stage]
    private int Join04([From(nameof(Join03))] int number, [From(nameof(Up04), nameof(Down04))] Outcome<int> next) =>
        steps.Note("Join", BranchRules.Join(number, next));

    private bool IsEven05([From(nameof(Join04))] int number) => steps.Note("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven05))]
    private int Up05([From(nameof(Join04))] int number) => steps.Note("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven05))]
    private Optional<int> Down05([From(nameof(Join04))] int number) => BranchRules.Down(steps.Note("Down", number));

    [Stage]
    private int Join05([From(nameof(Join04))] int number, [From(nameof(Up05), nameof(Down05))] Outcome<int> next) =>
        steps.Note("Join", BranchRules.Join(number, next));

    private bool IsEven06([From(nameof(Join05))] int number) => steps.Note("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven06))]
    private int Up06([From(nameof(Join05))] int number) => steps.Note("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven06))]
    private Optional<int> Down06([From(nameof(Join05))] int number) => BranchRules.Down(steps.Note("Down", number));

    [Stage]
    private int Join06([From(nameof(Join05))] int number, [From(nameof(Up06), nameof(Down06))] Outcome<int> next) =>
        steps.Note("Join", BranchRules.Join(number, next));

    private bool IsEven07([From(nameof(Join06))] int number) => steps.Note("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven07))]
    private int Up07([From(nameof(Join06))] int number) => steps.Note("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven07))]
    private Optional<int> Down07([From(nameof(Join06))] int number) => BranchRules.Down(steps.Note("Down", number));

    [Stage]
    private int Join07([From(nameof(Join06))] int number, [From(nameof(Up07), nameof(Down07))] Outcome<int> next) =>
        steps.Note("Join", BranchRules.Join(number, next));

    private bool IsEven08([From(nameof(Join07))] int number) => steps.Note("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven08))]
    private int Up08([From(nameof(Join07))] int number) => steps.Note("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven08))]
    private Optional<int> Down08([From(nameof(Join07))] int number) => BranchRules.Down(steps.Note("Down", number));

    [Stage]
    private int Join08([From(nameof(Join07))] int number, [From(nameof(Up08), nameof(Down08))] Outcome<int> next) =>
        steps.Note("Join", BranchRules.Join(number, next));

    private bool IsEven09([From(nameof(Join08))] int number) => steps.Note("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven09))]
    private int Up09([From(nameof(Join08))] int number) => steps.Note("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven09))]
    private Optional<int> Down09([From(nameof(Join08))] int number) => BranchRules.Down(steps.Note("Down", number));

    [Stage]
    private int Join09([From(nameof(Join08))] int number, [From(nameof(Up09), nameof(Down09))] Outcome<int> next) =>
        steps.Note("Join", BranchRules.Join(number, next));

    private bool IsEven10([From(nameof(Join09))] int number) => steps.Note("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven10))]
    private int Up10([From(nameof(Join09))] int number) => steps.Note("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven10))]
    private Optional<int> Down10([From(nameof(Join09))] int number) => BranchRules.Down(steps.Note("Down", number));

    [Stage]
    private int Join10([From(nameof(Join09))] int number, [From(nameof(Up10), nameof(Down10))] Outcome<int> next) =>
        steps.Note("Join", BranchRules.Join(number, next));

    private bool IsEven11([From(nameof(Join10))] int number) => steps.Note("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven11))]
    private int Up11([From(nameof(Join10))] int number) => steps.Note("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven11))]
    private Optional<int> Down11([From(nameof(Join10))] int number) => BranchRules.Down(steps.Note("Down", number));

    [Stage]
    private int Join11([From(nameof(Join10))] int number, [From(nameof(Up11), nameof(Down11))] Outcome<int> next) =>
        steps.Note("Join", BranchRules.Join(number, next));

    private bool IsEven12([From(nameof(Join11))] int number) => steps.Note("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven12))]
    private int Up12([From(nameof(Join11))] int number) => steps.Note("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven12))]
    private Optional<int> Down12([From(nameof(Join11))] int number) => BranchRules.Down(steps.Note("Down", number));

    [Stage]
    private int Join12([From(nameof(Join11))] int number, [From(nameof(Up12), nameof(Down12))] Outcome<int> next) =>
        steps.Note("Join", BranchRules.Join(number, next));

    private bool IsEven13([From(nameof(Join12))] int number) => steps.Note("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven13))]
    private int Up13([From(nameof(Join12))] int number) => steps.Note("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven13))]
    private Optional<int> Down13([From(nameof(Join12))] int number) => BranchRules.Down(steps.Note("Down", number));

    [Stage]
    private int Join13([From(nameof(Join12))] int number, [From(nameof(Up13), nameof(Down13))] Outcome<int> next) =>
        steps.Note("Join", BranchRules.Join(number, next));

    private bool IsEven14([From(nameof(Join13))] int number) => steps.Note("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven14))]
    private int Up14([From(nameof(Join13))] int number) => steps.Note("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven14))]
    private Optional<int> Down14([From(nameof(Join13))] int number) => BranchRules.Down(steps.Note("Down", number));

    [Stage]
    private int Join14([From(nameof(Join13))] int number, [From(nameof(Up14), nameof(Down14))] Outcome<int> next) =>
        steps.Note("Join", BranchRules.Join(number, next));

    private bool IsEven15([From(nameof(Join14))] int number) => steps.Note("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven15))]
    private int Up15([From(nameof(Join14))] int number) => steps.Note("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven15))]
    private Optional<int> Down15([From(nameof(Join14))] int number) => BranchRules.Down(steps.Note("Down", number));

    [Stage]
    private int Join15([From(nameof(Join14))] int number, [From(nameof(Up15), nameof(Down15))] Outcome<int> next) =>
        steps.Note("Join", BranchRules.Join(number, next));

    private bool IsEven16([From(nameof(Join15))] int number) => steps.Note("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven16))]
    private int Up16([From(nameof(Join15))] int number) => steps.Note("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven16))]
    private Optional<int> Down16([From(nameof(Join15))] int number) => BranchRules.Down(steps.Note("Down", number));

    [Stage]
    private int Join16([From(nameof(Join15))] int number, [From(nameof(Up16), nameof(Down16))] Outcome<int> next) =>
        steps.Note("Join", BranchRules.Join(number, next));

    private bool IsEven17([From(nameof(Join16))] int number) => steps.Note("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven17))]
    private int Up17([From(nameof(Join16))] int number) => steps.Note("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven17))]
    private Optional<int> Down17([From(nameof(Join16))] int number) => BranchRules.Down(steps.Note("Down", number));

    [Stage]
    private int Join17([From(nameof(Join16))] int number, [From(nameof(Up17), nameof(Down17))] Outcome<int> next) =>
        steps.Note("Join", BranchRules.Join(number, next));

    private bool IsEven18([From(nameof(Join17))] int number) => steps.Note("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven18))]
    private int Up18([From(nameof(Join17))] int number) => steps.Note("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven18))]
    private Optional<int> Down18([From(nameof(Join17))] int number) => BranchRules.Down(steps.Note("Down", number));

    [Stage]
    private int Join18([From(nameof(Join17))] int number, [From(nameof(Up18), nameof(Down18))] Outcome<int> next) =>
        steps.Note("Join", BranchRules.Join(number, next));

    private bool IsEven19([From(nameof(Join18))] int number) => steps.Note("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven19))]
    private int Up19([From(nameof(Join18))] int number) => steps.Note("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven19))]
    private Optional<int> Down19([From(nameof(Join18))] int number) => BranchRules.Down(steps.Note("Down", number));

    [Stage]
    private int Join19([From(nameof(Join18))] int number, [From(nameof(Up19), nameof(Down19))] Outcome<int> next) =>
        steps.Note("Join", BranchRules.Join(number, next));
}
