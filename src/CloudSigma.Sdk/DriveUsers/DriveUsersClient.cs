// Numbers of remote desktop users over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class DriveUsersClient(ApiPipeline pipeline) : IDriveUsersClient
{
    public Pageable<DriveUser> ListAsync(CancellationToken cancellationToken = default) =>
        pipeline.List(
            new ListRequest<DriveUser, Guid>("driveusers-list", "driveusers/", SdkJson.Context.DriveUser, static u => u.Drive?.Uuid ?? Guid.Empty), cancellationToken);

    public Task<DriveUser> GetAsync(Guid driveUuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(driveUuid);
        return pipeline.SendAsync(ApiRequest.Get("driveusers-get", $"driveusers/{driveUuid:D}/"), SdkJson.Context.DriveUser, cancellationToken);
    }

    public Task<DriveUser> CreateAsync(Guid driveUuid, int amount, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(driveUuid);
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        return WriteAsync(ApiRequest.Post("driveusers-create", "driveusers/", new DriveUserBody(driveUuid, amount), SdkJson.Context.DriveUserBody), cancellationToken);
    }

    public Task<DriveUser> UpdateAsync(Guid driveUuid, int amount, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(driveUuid);
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        return WriteAsync(ApiRequest.Put("driveusers-update", $"driveusers/{driveUuid:D}/", new DriveUserBody(null, amount), SdkJson.Context.DriveUserBody), cancellationToken);
    }

    public Task DeleteAsync(Guid driveUuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(driveUuid);
        return pipeline.SendAsync(ApiRequest.Delete("driveusers-delete", $"driveusers/{driveUuid:D}/"), cancellationToken);
    }

    public Task<bool> DeleteIfExistsAsync(Guid driveUuid, CancellationToken cancellationToken = default) =>
        Deletion.IfExistsAsync(() => DeleteAsync(driveUuid, cancellationToken));

    /// <summary>Here also the answer to a PUT is in an envelope (guide 32).</summary>
    private async Task<DriveUser> WriteAsync(ApiRequest request, CancellationToken cancellationToken) =>
        (await pipeline.SendForObjectsAsync(request, SdkJson.Context.DriveUser, cancellationToken).ConfigureAwait(false))[0];
}
