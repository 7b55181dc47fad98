using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Language;

/// <summary>Partial methods of other generators and of the user in the class of a pipeline.</summary>
public sealed partial class OtherGeneratorsTests
{
    [Fact]
    public void A_pipeline_shares_its_class_with_the_generators_of_logging_and_of_regular_expressions()
    {
        var logger = new Recording();

        Assert.Equal(3, new Counting(logger).Run("one two three"));

        Assert.Equal(["Counted 3 words", "The user's partial method"], logger.Journal.Entries);
        Assert.Equal(["Run"], Counting.Graph.EntryPoints.Select(entryPoint => entryPoint.Name));
    }

    private sealed class Recording : ILogger
    {
        public Journal Journal { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Journal.Add(formatter(state, exception));
    }

    [Pipeline]
    private sealed partial class Counting(Recording logger)
    {
        private readonly ILogger _logger = logger;
        private readonly Journal _journal = logger.Journal;

        public partial int Run(string text);

        [Stage]
        private int Count(string text)
        {
            var count = Words().Count(text);
            LogCount(count);
            OnCounted();
            return count;
        }

        [LoggerMessage(Level = LogLevel.Information, Message = "Counted {Count} words")]
        private partial void LogCount(int count);

        [GeneratedRegex(@"\w+")]
        private static partial Regex Words();

        partial void OnCounted();

        partial void OnCounted() => _journal.Add("The user's partial method");
    }
}
