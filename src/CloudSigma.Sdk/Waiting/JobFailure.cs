// Which states of a job mean that it failed.
namespace CloudSigma.Sdk;

/// <summary>The word for a failed job is not documented (guide 15). A state that nobody knows leaves the word to the object and to the deadline.</summary>
internal static class JobFailure
{
    /// <summary>The words that count as a failure.</summary>
    public static IReadOnlyList<JobState> States { get; } = [new("failure"), new("failed"), new("error"), new("aborted"), new("canceled"), new("cancelled")];

    public static bool Is(JobState state) => States.Contains(state);
}
