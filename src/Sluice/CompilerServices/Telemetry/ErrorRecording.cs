using System.Diagnostics;

namespace Sluice.CompilerServices.Telemetry;

/// <summary>Records errors in spans, by OpenTelemetry's conventions.</summary>
internal static class ErrorRecording
{
    /// <summary>Returns the name of the type of an error.</summary>
    public static string TypeOf(Exception? exception) => exception?.GetType().FullName ?? "_OTHER";

    /// <summary>Sets the status of a span to an error.</summary>
    public static void Fail(Activity span, Exception? exception)
    {
        span.AddTag(AttributeNames.ErrorType, TypeOf(exception));
        span.SetStatus(ActivityStatusCode.Error, MessageOf(exception));
    }

    /// <summary>
    /// Returns the message of an error, or <see langword="null"/> if its exception cannot provide one.
    /// </summary>
    private static string? MessageOf(Exception? exception)
    {
        try
        {
            return exception?.Message;
        }
#pragma warning disable CA1031 // If the message throws, there is none.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    /// <summary>Adds an exception to a span as an event.</summary>
    public static void AddException(Activity span, Exception exception, DateTimeOffset timestamp)
    {
#if NET9_0_OR_GREATER
        span.AddException(exception, timestamp: timestamp);
#else
        var tags = new ActivityTagsCollection
        {
            { AttributeNames.ExceptionType, TypeOf(exception) },
            { AttributeNames.ExceptionMessage, exception.Message },
            { AttributeNames.ExceptionStackTrace, exception.ToString() },
        };
        span.AddEvent(new ActivityEvent("exception", timestamp, tags));
#endif
    }

    /// <summary>Records that an attempt failed and another follows, which is not an error of the span.</summary>
    public static void AddRetry(Activity span, in RunEvent retry)
    {
        var tags = new ActivityTagsCollection
        {
            { AttributeNames.StageAttempt, retry.Attempt },
            { AttributeNames.RetryDelay, retry.RetryDelay.GetValueOrDefault().TotalSeconds },
            { AttributeNames.ExceptionType, TypeOf(retry.Error) },
            { AttributeNames.ExceptionMessage, MessageOf(retry.Error) },
        };
        span.AddEvent(new ActivityEvent("sluice.stage.retrying", retry.Timestamp, tags));
    }
}
