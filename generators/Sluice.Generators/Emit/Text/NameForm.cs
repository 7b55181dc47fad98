using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit;

/// <summary>A form of a stage's name in emitted code: the name of a field, a local, a label or a method.</summary>
/// <remarks>
/// <see cref="All"/> contains every form, because only this class creates forms. A stage gets a name only if the name is free in all of
/// them. Therefore, names that are emitted for different stages never collide.
/// </remarks>
internal sealed class NameForm
{
    private static readonly List<NameForm> Forms = [];

    /// <summary>The output of the stage.</summary>
    public static readonly NameForm Output = new(isField: true, isLocal: true);

    /// <summary>The reason for which it did not run.</summary>
    public static readonly NameForm Skipped = new("Skipped", isField: true, isLocal: true);

    /// <summary>The exception with which it failed.</summary>
    public static readonly NameForm Failure = new("Failure", isField: true, isLocal: true);

    /// <summary>The failure of the nested run that the stage is.</summary>
    public static readonly NameForm Nested = new("Nested", isField: true, isLocal: true);

    /// <summary>The time at which it started.</summary>
    public static readonly NameForm Started = new("Started", isField: true, isLocal: true);

    /// <summary>The time at which it ended.</summary>
    public static readonly NameForm Stopped = new("Stopped", isField: true, isLocal: true);

    /// <summary>The attempts of a guard.</summary>
    public static readonly NameForm Attempts = new("Attempts", isField: true, isLocal: true);

    /// <summary>The rounds of the loop that it decides.</summary>
    public static readonly NameForm Loop = new("Loop", isField: true, isLocal: true);

    /// <summary>The result of a loop, in its form.</summary>
    public static readonly NameForm Result = new("Result", isLocal: true);

    /// <summary>Its task, on the caller's stack.</summary>
    public static readonly NameForm Task = new("Task", isLocal: true);

    /// <summary>The awaiter of its task.</summary>
    public static readonly NameForm Awaiter = new("Awaiter", isField: true);

    /// <summary>The delegate that its task calls at its end.</summary>
    public static readonly NameForm Ended = new("Ended", isField: true);

    /// <summary>The object that starts it on the thread pool.</summary>
    public static readonly NameForm Start = new("Start", isField: true);

    /// <summary>The number of predecessors that it still waits for.</summary>
    public static readonly NameForm Waiting = new("Waiting", isField: true);

    /// <summary>Whether a guard repeats stages.</summary>
    public static readonly NameForm Repeats = new("Repeats", isField: true);

    /// <summary>The sources of a merge that have settled.</summary>
    public static readonly NameForm Merge = new("Merge", isField: true) { IsNumbered = true };

    /// <summary>The method that its task calls at its end.</summary>
    public static readonly NameForm EndMethod = new("Ended");

    /// <summary>The method that starts it on the thread pool.</summary>
    public static readonly NameForm StartMethod = new(prefix: "Start");

    /// <summary>The method that calls it on the thread pool.</summary>
    public static readonly NameForm CallMethod = new("Starts");

    /// <summary>The method that settles a source of a merge.</summary>
    public static readonly NameForm SettleMethod = new("Merge", prefix: "Settle") { IsNumbered = true };

    /// <summary>The method that tells whether the source of a merge is known.</summary>
    public static readonly NameForm IsKnownMethod = new("Merge", prefix: "Is")
    {
        IsNumbered = true,
        AfterNumber = "Known",
    };

    /// <summary>The method that creates its compensation.</summary>
    public static readonly NameForm UndoMethod = new(prefix: "Undo");

    /// <summary>The settings of a guard.</summary>
    public static readonly NameForm Guard = new("Guard");

    /// <summary>The label from which a guard repeats stages.</summary>
    public static readonly NameForm Again = new("Again");

    /// <summary>The label after its end.</summary>
    public static readonly NameForm Settled = new("Settled");

    private static readonly Dictionary<SlotKind, NameForm> FormsOfSlots = new()
    {
        [SlotKind.Output] = Output,
        [SlotKind.Skipped] = Skipped,
        [SlotKind.Failure] = Failure,
        [SlotKind.Nested] = Nested,
        [SlotKind.Started] = Started,
        [SlotKind.Stopped] = Stopped,
        [SlotKind.Awaiter] = Awaiter,
        [SlotKind.Start] = Start,
        [SlotKind.Ended] = Ended,
        [SlotKind.Waiting] = Waiting,
        [SlotKind.Merge] = Merge,
        [SlotKind.Repeats] = Repeats,
        [SlotKind.Attempts] = Attempts,
        [SlotKind.Loop] = Loop,
    };

    private readonly string _prefix;
    private readonly string _ending;
    private readonly bool _isField;
    private readonly bool _isLocal;

    private NameForm(string ending = "", string prefix = "", bool isField = false, bool isLocal = false)
    {
        _ending = ending;
        _prefix = prefix;
        _isField = isField;
        _isLocal = isLocal;
        Forms.Add(this);
    }

    /// <summary>All forms.</summary>
    public static IReadOnlyList<NameForm> All => Forms;

    /// <summary>The form in which the slots of a kind are named.</summary>
    public static NameForm Of(SlotKind kind) => FormsOfSlots[kind];

    private bool IsNumbered { get; init; }

    private string AfterNumber { get; init; } = "";

    /// <summary>The names that the form derives from the name of a stage.</summary>
    /// <param name="stage">The name of the stage, with a capital first letter.</param>
    /// <param name="merges">The number of merges that the stage takes.</param>
    public IEnumerable<string> NamesOf(string stage, int merges)
    {
        for (var number = IsNumbered ? 1 : 0; number <= (IsNumbered ? merges : 0); number++)
        {
            if (_isField)
            {
                yield return Field(stage, number);
            }

            if (_isLocal)
            {
                yield return Local(stage);
            }

            if (!_isField && !_isLocal)
            {
                yield return Member(stage, number);
            }
        }
    }

    /// <summary>The name of a field.</summary>
    public string Field(string stage, int number = 0) =>
        _isField ? "_" + Identifiers.Camel(stage) + Ending(number) : throw Unknown();

    /// <summary>The name of a local, not escaped.</summary>
    public string Local(string stage) => _isLocal ? Identifiers.Camel(stage) + _ending : throw Unknown();

    /// <summary>The name of a method, a constant or a label.</summary>
    public string Member(string stage, int number = 0) =>
        _isField || _isLocal ? throw Unknown() : _prefix + stage + Ending(number);

    private string Ending(int number) =>
        IsNumbered ? _ending + number.ToString(CultureInfo.InvariantCulture) + AfterNumber : _ending;

    private InvalidOperationException Unknown() => new($"'{_prefix}...{_ending}' is no name of that kind.");
}
