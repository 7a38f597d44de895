// The turn of the one request that finds out the proof while all others wait for it.
namespace CloudSigma.Sdk.Core.Authentication;

internal sealed class FirstTurn
{
    private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <value>Ends with the turn: true when the server refused the proof, so that others need not try the same.</value>
    public Task<bool> Ended => _ended.Task;

    public void End(bool refused) => _ended.TrySetResult(refused);
}
