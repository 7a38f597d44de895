// Which states of a job mean that it failed.
namespace CloudSigma.Sdk;

/// <summary>The word for a failed job is not documented (guide 15). A state that nobody knows leaves the word to the object and to the deadline.</summary>
internal static class JobFailure
{
    private static readonly string[] States = ["failure", "failed", "error", "aborted", "canceled", "cancelled"];

    public static bool Is(JobState state) => States.Contains(state.Value);
}
