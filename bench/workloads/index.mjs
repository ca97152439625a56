import { dashboard } from './dashboard.mjs';
import { organizationPage } from './organization-page.mjs';
import { profileChange } from './profile-change.mjs';
import { staffList } from './staff-list.mjs';

export const workloads = [dashboard, organizationPage, staffList, profileChange];
