using System.Diagnostics;

namespace Sluice.CompilerServices.Telemetry;

/// <summary>Says in a span what went wrong, by OpenTelemetry's conventions.</summary>
internal static class ErrorRecording
{
    /// <summary>The name of the type of an error.</summary>
    public static string TypeOf(Exception? exception) => exception?.GetType().FullName ?? "_OTHER";

    /// <summary>Gives the span an error for its status.</summary>
    public static void Fail(Activity span, Exception? exception)
    {
        span.AddTag(AttributeNames.ErrorType, TypeOf(exception));
        span.SetStatus(ActivityStatusCode.Error, MessageOf(exception));
    }

    /// <summary>The message of an error. An exception that cannot tell its own is an error all the same.</summary>
    private static string? MessageOf(Exception? exception)
    {
        try
        {
            return exception?.Message;
        }
#pragma warning disable CA1031 // Whatever it throws, there is no message.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    /// <summary>Records the exception as an event of the span.</summary>
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

    /// <summary>Records that an attempt failed and another follows. That is no error of what the span is of.</summary>
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
