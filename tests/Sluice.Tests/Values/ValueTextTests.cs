using System.Diagnostics;
using System.Globalization;

namespace Sluice.Tests.Values;

/// <summary>The texts of optionals and outcomes, in a culture that has other formats.</summary>
public sealed class ValueTextTests : IDisposable
{
    private const string Longest = "…";

    private readonly IDisposable _culture = HostileCulture.Enter();

    public void Dispose() => _culture.Dispose();

    public static TheoryData<object?, string> Texts { get; } =
        new()
        {
            { null, "" },
            { "text", "text" },
            { -1.5, "-1.5" },
            { 1234.5m, "1234.5" },
            { double.NaN, "NaN" },
            { true, "True" },
            { 'c', "c" },
            { StageStatus.NotStarted, "NotStarted" },
            { new DateTime(2026, 12, 31, 23, 59, 58, DateTimeKind.Utc), "12/31/2026 23:59:58" },
            { TimeSpan.FromMinutes(-1.5), "-00:01:30" },
            { (-1.5, "two"), "(-1.5, two)" },
            { new Point(-1.5, 0.25), "Point { X = -1.5, Y = 0.25 }" },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_value_is_written_in_the_invariant_culture(object? value, string expected)
    {
        Assert.Equal(expected, Optional.Value(value).ToString());
        Assert.Equal(expected, Outcome.Value(value).ToString());
        Assert.NotSame(CultureInfo.InvariantCulture, CultureInfo.CurrentCulture);
    }

    [Fact]
    public void The_culture_of_the_caller_is_restored_if_a_value_throws()
    {
        var culture = CultureInfo.CurrentCulture;

        Assert.Throws<NotSupportedException>(() => Optional.Value(new Throwing()).ToString());

        Assert.Same(culture, CultureInfo.CurrentCulture);
    }

    [Theory]
    [InlineData(256, 256)]
    [InlineData(257, 256)]
    [InlineData(100_000, 256)]
    public void A_long_value_is_truncated(int length, int expected)
    {
        var text = Outcome.Value(new string('x', length)).ToString();

        Assert.Equal(new string('x', expected) + (length > expected ? Longest : ""), text);
    }

    [Fact]
    public void A_surrogate_pair_is_not_split()
    {
        var text = Optional.Value(new string('x', 255) + "😀").ToString();

        Assert.Equal(new string('x', 255) + Longest, text);
    }

    [Theory]
    [InlineData("a\nb", "a b")]
    [InlineData("a\r\nb", "a b")]
    [InlineData("a\r\n\r\nb", "a  b")]
    [InlineData("a\u2028b\tc\0", "a b c ")]
    public void A_value_is_one_line(string value, string expected) =>
        Assert.Equal(expected, Optional.Value(value).ToString());

    [Fact]
    public void An_absent_value_is_its_reason()
    {
        Assert.Equal("skipped: too small", ((Optional<int>)Optional.Skip("too small")).ToString());
        Assert.Equal("skipped: too small", ((Outcome<int>)Optional.Skip("too small")).ToString());
        Assert.Equal("skipped: two lines", ((Outcome<int>)Outcome.Skip("two\nlines")).ToString());
        Assert.Equal("skipped: no reason was given", default(Optional<int>).ToString());
        Assert.Equal("skipped: no reason was given", default(Outcome<int>).ToString());
        Assert.Equal("skipped: no reason was given", default(Outcome).ToString());
    }

    [Fact]
    public void A_failure_is_its_type_and_message()
    {
        Outcome<int> failed = Outcome.Fail(new InvalidDataException("no\nmoney"));

        Assert.Equal("failed: InvalidDataException: no money", failed.ToString());
        Assert.Equal("failed: InvalidDataException: no money", Outcome.Fail(failed.Exception!).ToString());
        Assert.Equal(
            $"failed: InvalidDataException: {new string('x', 256)}{Longest}",
            ((Outcome<int>)Outcome.Fail(new InvalidDataException(new string('x', 257)))).ToString()
        );
        Assert.Equal(
            "failed: Unwilling: (no message: System.NotSupportedException)",
            ((Outcome<int>)Outcome.Fail(new Unwilling())).ToString()
        );
    }

    [Fact]
    public void A_cancellation_is_its_reason()
    {
        Assert.Equal("cancelled: enough", Outcome.Cancel("enough").ToString());
        Assert.Equal(
            "cancelled: enough",
            ((Outcome<int>)new Outcome(OutcomeStatus.Cancelled, new RunCancelledException("enough"))).ToString()
        );
        Assert.Equal(
            "cancelled: stopped",
            ((Outcome<int>)new Outcome(OutcomeStatus.Cancelled, new OperationCanceledException("stopped"))).ToString()
        );
    }

    [Fact]
    public void A_request_for_a_retry_is_its_delay_and_its_cause()
    {
        var delay = TimeSpan.FromSeconds(1.5);

        Assert.Equal("retry after 00:00:01.5000000", Outcome.Retry(delay).ToString());
        Assert.Equal(
            "retry after 00:00:01.5000000: IOException: no answer",
            ((Outcome<int>)Outcome.Retry(delay, new IOException("no answer"))).ToString()
        );
    }

    [Fact]
    public void A_debugger_shows_an_absent_value_without_an_exception()
    {
        var optional = new OptionalDebugView<int>(Optional.Skip("too small"));
        Assert.Equal((false, 0, "too small"), (optional.HasValue, optional.Value, optional.Reason));

        var failure = new InvalidDataException("no money");
        var outcome = new OutcomeDebugView<string>(Outcome.Fail(failure));
        Assert.Equal((OutcomeStatus.Failed, null, null), (outcome.Status, outcome.Value, outcome.Reason));
        Assert.Same(failure, outcome.Exception);
        Assert.Null(outcome.RetryAfter);
    }

    [Fact]
    public void A_debugger_shows_a_value()
    {
        var optional = new OptionalDebugView<int>(Optional.Value(3));
        Assert.Equal((true, 3, null), (optional.HasValue, optional.Value, optional.Reason));

        var outcome = new OutcomeDebugView<int>(Outcome.Value(3));
        Assert.Equal((OutcomeStatus.Succeeded, 3, null), (outcome.Status, outcome.Value, outcome.Exception));
    }

    [Theory]
    [InlineData(typeof(Optional<>), typeof(OptionalDebugView<>))]
    [InlineData(typeof(Outcome<>), typeof(OutcomeDebugView<>))]
    public void A_debugger_finds_the_view(Type type, Type view) =>
        Assert.Equal(
            view.AssemblyQualifiedName,
            Assert
                .IsType<DebuggerTypeProxyAttribute>(
                    Attribute.GetCustomAttribute(type, typeof(DebuggerTypeProxyAttribute))
                )
                .ProxyTypeName
        );

    private sealed record Point(double X, double Y);

    private sealed class Throwing
    {
        public override string ToString() => throw new NotSupportedException();
    }

#pragma warning disable CA1032 // Only its message matters.
    private sealed class Unwilling : Exception
#pragma warning restore CA1032
    {
        public override string Message => throw new NotSupportedException();
    }
}
