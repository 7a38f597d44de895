// What an operation sees of looks that it shares with others.
namespace CloudSigma.Sdk.Core.Operations;

/// <summary>Looks at what one operation waits for, alone or together with others.</summary>
/// <typeparam name="T">Type of the object.</typeparam>
internal interface ISharedWatch<T>
{
    /// <summary>Looks once, for this operation alone.</summary>
    Task<OperationState<T>> LookAsync(CancellationToken cancellationToken);

    /// <summary>Looks again and again, together with others.</summary>
    /// <param name="first">The time until the first look.</param>
    /// <param name="looked">Is told what each look showed, or its error; says when the next one is due, or null for no more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task WaitAsync(TimeSpan first, Func<OperationState<T>?, Exception?, TimeSpan?> looked, CancellationToken cancellationToken);
}
