// The library under contract.
namespace CloudSigma.Sdk.Tests.Contract;

internal static class LibraryContracts
{
    private static readonly Dictionary<string, Func<LibraryDriveFilter, IReadOnlyList<string>, LibraryDriveFilter>> Parameters = new()
    {
        ["arch"] = static (f, v) => f.Arch(v),
        ["category"] = static (f, v) => f.Category(v),
        ["distribution"] = static (f, v) => f.Distribution(v),
        ["image_type"] = static (f, v) => f.ImageType([.. v.Select(static t => new LibraryImageType(t))]),
        ["name"] = static (f, v) => f.Name(v),
        ["name__icontains"] = static (f, v) => f.NameContains(v),
        ["os"] = static (f, v) => f.Os(v),
        ["uuid"] = static (f, v) => f.Uuid([.. v.Select(Guid.Parse)]),
        ["version"] = static (f, v) => f.Version(v),
        ["fields"] = static (f, v) => f.Fields(v),
    };

    public static IReadOnlyList<OperationContract> Operations { get; } =
    [
        new("libdrives-list", AnswerForm.Objects, SdkJson.Context.LibraryDrive, ListAsync) { Examples = [new("libdrive_list")] },
        new("libdrives-list-detail", AnswerForm.Objects, SdkJson.Context.LibraryDrive, ListAsync),
        new("libdrives-get", AnswerForm.Single, SdkJson.Context.LibraryDrive, static (client, request) => OperationContract.OneAsync(client.Library.GetAsync(request.Uuid)))
        {
            Examples = [new("libdrive_get")],
        },
        new("libdrives-clone", AnswerForm.Objects, SdkJson.Context.Drive, CloneAsync),
    ];

    private static Task<IReadOnlyList<object>?> ListAsync(ICloudSigmaClient client, ContractRequest request) =>
        OperationContract.AllAsync(client.Library.ListAsync(request.Filter(new LibraryDriveFilter(), Parameters)), request);

    private static async Task<IReadOnlyList<object>?> CloneAsync(ICloudSigmaClient client, ContractRequest request)
    {
        var options = request.Read(SdkJson.Context.CloneDriveOptions) with { Avoid = request.Avoid };
        return [(await client.Library.CloneAsync(request.Uuid, options)).Value];
    }
}
