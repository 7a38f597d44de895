// The public addresses of the cloud: those that are lent to running servers, and those that accounts have subscribed.
namespace CloudSigma.Emulator.Store;

internal sealed class PublicAddresses(CloudState state)
{
    public AddressPool Lent { get; } = AddressPool.V4(state, 18);

    public AddressPool Subscribed { get; } = AddressPool.V4(state, 19);

    public AddressPool LentV6 { get; } = AddressPool.V6(state, 1);

    public AddressPool SubscribedV6 { get; } = AddressPool.V6(state, 2);
}
