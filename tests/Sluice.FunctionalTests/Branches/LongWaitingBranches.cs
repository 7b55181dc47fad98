using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Branches;

/// <summary>Twenty similar branches in sequence, each of which may go up, go down, be skipped or fail.</summary>
[Pipeline]
internal sealed partial class LongWaitingBranches(Steps steps)
{
    [return: From(nameof(Join19Async))]
    public partial ValueTask<int> RunAsync(int start);

    [return: From(nameof(Join19Async))]
    public partial ValueTask<PipelineResult<int>> ReportAsync(int start);

    private ValueTask<bool> IsEven00Async([From("start")] int number) =>
        steps.NoteAsync("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven00Async))]
    private ValueTask<int> Up00Async([From("start")] int number) => steps.NoteAsync("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven00Async))]
    private async Task<Optional<int>> Down00Async([From("start")] int number) =>
        BranchRules.Down(await steps.NoteAsync("Down", number).ConfigureAwait(false));

    [Stage]
    private ValueTask<int> Join00Async(
        [From("start")] int number,
        [From(nameof(Up00Async), nameof(Down00Async))] Outcome<int> next
    ) => steps.NoteAsync("Join", BranchRules.Join(number, next));

    private ValueTask<bool> IsEven01Async([From(nameof(Join00Async))] int number) =>
        steps.NoteAsync("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven01Async))]
    private ValueTask<int> Up01Async([From(nameof(Join00Async))] int number) =>
        steps.NoteAsync("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven01Async))]
    private async Task<Optional<int>> Down01Async([From(nameof(Join00Async))] int number) =>
        BranchRules.Down(await steps.NoteAsync("Down", number).ConfigureAwait(false));

    [Stage]
    private ValueTask<int> Join01Async(
        [From(nameof(Join00Async))] int number,
        [From(nameof(Up01Async), nameof(Down01Async))] Outcome<int> next
    ) => steps.NoteAsync("Join", BranchRules.Join(number, next));

    private ValueTask<bool> IsEven02Async([From(nameof(Join01Async))] int number) =>
        steps.NoteAsync("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven02Async))]
    private ValueTask<int> Up02Async([From(nameof(Join01Async))] int number) =>
        steps.NoteAsync("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven02Async))]
    private async Task<Optional<int>> Down02Async([From(nameof(Join01Async))] int number) =>
        BranchRules.Down(await steps.NoteAsync("Down", number).ConfigureAwait(false));

    [Stage]
    private ValueTask<int> Join02Async(
        [From(nameof(Join01Async))] int number,
        [From(nameof(Up02Async), nameof(Down02Async))] Outcome<int> next
    ) => steps.NoteAsync("Join", BranchRules.Join(number, next));

    private ValueTask<bool> IsEven03Async([From(nameof(Join02Async))] int number) =>
        steps.NoteAsync("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven03Async))]
    private ValueTask<int> Up03Async([From(nameof(Join02Async))] int number) =>
        steps.NoteAsync("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven03Async))]
    private async Task<Optional<int>> Down03Async([From(nameof(Join02Async))] int number) =>
        BranchRules.Down(await steps.NoteAsync("Down", number).ConfigureAwait(false));

    [Stage]
    private ValueTask<int> Join03Async(
        [From(nameof(Join02Async))] int number,
        [From(nameof(Up03Async), nameof(Down03Async))] Outcome<int> next
    ) => steps.NoteAsync("Join", BranchRules.Join(number, next));

    private ValueTask<bool> IsEven04Async([From(nameof(Join03Async))] int number) =>
        steps.NoteAsync("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven04Async))]
    private ValueTask<int> Up04Async([From(nameof(Join03Async))] int number) =>
        steps.NoteAsync("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven04Async))]
    private async Task<Optional<int>> Down04Async([From(nameof(Join03Async))] int number) =>
        BranchRules.Down(await steps.NoteAsync("Down", number).ConfigureAwait(false));

    [Stage]
    private ValueTask<int> Join04Async(
        [From(nameof(Join03Async))] int number,
        [From(nameof(Up04Async), nameof(Down04Async))] Outcome<int> next
    ) => steps.NoteAsync("Join", BranchRules.Join(number, next));

    private ValueTask<bool> IsEven05Async([From(nameof(Join04Async))] int number) =>
        steps.NoteAsync("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven05Async))]
    private ValueTask<int> Up05Async([From(nameof(Join04Async))] int number) =>
        steps.NoteAsync("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven05Async))]
    private async Task<Optional<int>> Down05Async([From(nameof(Join04Async))] int number) =>
        BranchRules.Down(await steps.NoteAsync("Down", number).ConfigureAwait(false));

    [Stage]
    private ValueTask<int> Join05Async(
        [From(nameof(Join04Async))] int number,
        [From(nameof(Up05Async), nameof(Down05Async))] Outcome<int> next
    ) => steps.NoteAsync("Join", BranchRules.Join(number, next));

    private ValueTask<bool> IsEven06Async([From(nameof(Join05Async))] int number) =>
        steps.NoteAsync("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven06Async))]
    private ValueTask<int> Up06Async([From(nameof(Join05Async))] int number) =>
        steps.NoteAsync("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven06Async))]
    private async Task<Optional<int>> Down06Async([From(nameof(Join05Async))] int number) =>
        BranchRules.Down(await steps.NoteAsync("Down", number).ConfigureAwait(false));

    [Stage]
    private ValueTask<int> Join06Async(
        [From(nameof(Join05Async))] int number,
        [From(nameof(Up06Async), nameof(Down06Async))] Outcome<int> next
    ) => steps.NoteAsync("Join", BranchRules.Join(number, next));

    private ValueTask<bool> IsEven07Async([From(nameof(Join06Async))] int number) =>
        steps.NoteAsync("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven07Async))]
    private ValueTask<int> Up07Async([From(nameof(Join06Async))] int number) =>
        steps.NoteAsync("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven07Async))]
    private async Task<Optional<int>> Down07Async([From(nameof(Join06Async))] int number) =>
        BranchRules.Down(await steps.NoteAsync("Down", number).ConfigureAwait(false));

    [Stage]
    private ValueTask<int> Join07Async(
        [From(nameof(Join06Async))] int number,
        [From(nameof(Up07Async), nameof(Down07Async))] Outcome<int> next
    ) => steps.NoteAsync("Join", BranchRules.Join(number, next));

    private ValueTask<bool> IsEven08Async([From(nameof(Join07Async))] int number) =>
        steps.NoteAsync("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven08Async))]
    private ValueTask<int> Up08Async([From(nameof(Join07Async))] int number) =>
        steps.NoteAsync("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven08Async))]
    private async Task<Optional<int>> Down08Async([From(nameof(Join07Async))] int number) =>
        BranchRules.Down(await steps.NoteAsync("Down", number).ConfigureAwait(false));

    [Stage]
    private ValueTask<int> Join08Async(
        [From(nameof(Join07Async))] int number,
        [From(nameof(Up08Async), nameof(Down08Async))] Outcome<int> next
    ) => steps.NoteAsync("Join", BranchRules.Join(number, next));

    private ValueTask<bool> IsEven09Async([From(nameof(Join08Async))] int number) =>
        steps.NoteAsync("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven09Async))]
    private ValueTask<int> Up09Async([From(nameof(Join08Async))] int number) =>
        steps.NoteAsync("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven09Async))]
    private async Task<Optional<int>> Down09Async([From(nameof(Join08Async))] int number) =>
        BranchRules.Down(await steps.NoteAsync("Down", number).ConfigureAwait(false));

    [Stage]
    private ValueTask<int> Join09Async(
        [From(nameof(Join08Async))] int number,
        [From(nameof(Up09Async), nameof(Down09Async))] Outcome<int> next
    ) => steps.NoteAsync("Join", BranchRules.Join(number, next));

    private ValueTask<bool> IsEven10Async([From(nameof(Join09Async))] int number) =>
        steps.NoteAsync("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven10Async))]
    private ValueTask<int> Up10Async([From(nameof(Join09Async))] int number) =>
        steps.NoteAsync("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven10Async))]
    private async Task<Optional<int>> Down10Async([From(nameof(Join09Async))] int number) =>
        BranchRules.Down(await steps.NoteAsync("Down", number).ConfigureAwait(false));

    [Stage]
    private ValueTask<int> Join10Async(
        [From(nameof(Join09Async))] int number,
        [From(nameof(Up10Async), nameof(Down10Async))] Outcome<int> next
    ) => steps.NoteAsync("Join", BranchRules.Join(number, next));

    private ValueTask<bool> IsEven11Async([From(nameof(Join10Async))] int number) =>
        steps.NoteAsync("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven11Async))]
    private ValueTask<int> Up11Async([From(nameof(Join10Async))] int number) =>
        steps.NoteAsync("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven11Async))]
    private async Task<Optional<int>> Down11Async([From(nameof(Join10Async))] int number) =>
        BranchRules.Down(await steps.NoteAsync("Down", number).ConfigureAwait(false));

    [Stage]
    private ValueTask<int> Join11Async(
        [From(nameof(Join10Async))] int number,
        [From(nameof(Up11Async), nameof(Down11Async))] Outcome<int> next
    ) => steps.NoteAsync("Join", BranchRules.Join(number, next));

    private ValueTask<bool> IsEven12Async([From(nameof(Join11Async))] int number) =>
        steps.NoteAsync("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven12Async))]
    private ValueTask<int> Up12Async([From(nameof(Join11Async))] int number) =>
        steps.NoteAsync("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven12Async))]
    private async Task<Optional<int>> Down12Async([From(nameof(Join11Async))] int number) =>
        BranchRules.Down(await steps.NoteAsync("Down", number).ConfigureAwait(false));

    [Stage]
    private ValueTask<int> Join12Async(
        [From(nameof(Join11Async))] int number,
        [From(nameof(Up12Async), nameof(Down12Async))] Outcome<int> next
    ) => steps.NoteAsync("Join", BranchRules.Join(number, next));

    private ValueTask<bool> IsEven13Async([From(nameof(Join12Async))] int number) =>
        steps.NoteAsync("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven13Async))]
    private ValueTask<int> Up13Async([From(nameof(Join12Async))] int number) =>
        steps.NoteAsync("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven13Async))]
    private async Task<Optional<int>> Down13Async([From(nameof(Join12Async))] int number) =>
        BranchRules.Down(await steps.NoteAsync("Down", number).ConfigureAwait(false));

    [Stage]
    private ValueTask<int> Join13Async(
        [From(nameof(Join12Async))] int number,
        [From(nameof(Up13Async), nameof(Down13Async))] Outcome<int> next
    ) => steps.NoteAsync("Join", BranchRules.Join(number, next));

    private ValueTask<bool> IsEven14Async([From(nameof(Join13Async))] int number) =>
        steps.NoteAsync("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven14Async))]
    private ValueTask<int> Up14Async([From(nameof(Join13Async))] int number) =>
        steps.NoteAsync("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven14Async))]
    private async Task<Optional<int>> Down14Async([From(nameof(Join13Async))] int number) =>
        BranchRules.Down(await steps.NoteAsync("Down", number).ConfigureAwait(false));

    [Stage]
    private ValueTask<int> Join14Async(
        [From(nameof(Join13Async))] int number,
        [From(nameof(Up14Async), nameof(Down14Async))] Outcome<int> next
    ) => steps.NoteAsync("Join", BranchRules.Join(number, next));

    private ValueTask<bool> IsEven15Async([From(nameof(Join14Async))] int number) =>
        steps.NoteAsync("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven15Async))]
    private ValueTask<int> Up15Async([From(nameof(Join14Async))] int number) =>
        steps.NoteAsync("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven15Async))]
    private async Task<Optional<int>> Down15Async([From(nameof(Join14Async))] int number) =>
        BranchRules.Down(await steps.NoteAsync("Down", number).ConfigureAwait(false));

    [Stage]
    private ValueTask<int> Join15Async(
        [From(nameof(Join14Async))] int number,
        [From(nameof(Up15Async), nameof(Down15Async))] Outcome<int> next
    ) => steps.NoteAsync("Join", BranchRules.Join(number, next));

    private ValueTask<bool> IsEven16Async([From(nameof(Join15Async))] int number) =>
        steps.NoteAsync("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven16Async))]
    private ValueTask<int> Up16Async([From(nameof(Join15Async))] int number) =>
        steps.NoteAsync("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven16Async))]
    private async Task<Optional<int>> Down16Async([From(nameof(Join15Async))] int number) =>
        BranchRules.Down(await steps.NoteAsync("Down", number).ConfigureAwait(false));

    [Stage]
    private ValueTask<int> Join16Async(
        [From(nameof(Join15Async))] int number,
        [From(nameof(Up16Async), nameof(Down16Async))] Outcome<int> next
    ) => steps.NoteAsync("Join", BranchRules.Join(number, next));

    private ValueTask<bool> IsEven17Async([From(nameof(Join16Async))] int number) =>
        steps.NoteAsync("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven17Async))]
    private ValueTask<int> Up17Async([From(nameof(Join16Async))] int number) =>
        steps.NoteAsync("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven17Async))]
    private async Task<Optional<int>> Down17Async([From(nameof(Join16Async))] int number) =>
        BranchRules.Down(await steps.NoteAsync("Down", number).ConfigureAwait(false));

    [Stage]
    private ValueTask<int> Join17Async(
        [From(nameof(Join16Async))] int number,
        [From(nameof(Up17Async), nameof(Down17Async))] Outcome<int> next
    ) => steps.NoteAsync("Join", BranchRules.Join(number, next));

    private ValueTask<bool> IsEven18Async([From(nameof(Join17Async))] int number) =>
        steps.NoteAsync("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven18Async))]
    private ValueTask<int> Up18Async([From(nameof(Join17Async))] int number) =>
        steps.NoteAsync("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven18Async))]
    private async Task<Optional<int>> Down18Async([From(nameof(Join17Async))] int number) =>
        BranchRules.Down(await steps.NoteAsync("Down", number).ConfigureAwait(false));

    [Stage]
    private ValueTask<int> Join18Async(
        [From(nameof(Join17Async))] int number,
        [From(nameof(Up18Async), nameof(Down18Async))] Outcome<int> next
    ) => steps.NoteAsync("Join", BranchRules.Join(number, next));

    private ValueTask<bool> IsEven19Async([From(nameof(Join18Async))] int number) =>
        steps.NoteAsync("IsEven", BranchRules.IsEven(number));

    [Stage, When(nameof(IsEven19Async))]
    private ValueTask<int> Up19Async([From(nameof(Join18Async))] int number) =>
        steps.NoteAsync("Up", BranchRules.Up(number));

    [Stage, Unless(nameof(IsEven19Async))]
    private async Task<Optional<int>> Down19Async([From(nameof(Join18Async))] int number) =>
        BranchRules.Down(await steps.NoteAsync("Down", number).ConfigureAwait(false));

    [Stage]
    private ValueTask<int> Join19Async(
        [From(nameof(Join18Async))] int number,
        [From(nameof(Up19Async), nameof(Down19Async))] Outcome<int> next
    ) => steps.NoteAsync("Join", BranchRules.Join(number, next));
}
